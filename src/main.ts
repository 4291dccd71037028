import './styles.ts';
import { wakePage } from './wakePage.ts';

wakePage();
