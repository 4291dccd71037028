import { DOUBT_MARK } from '../../view/provinceView.ts';
import type { WallRegion } from '../../view/wall/sceneView.ts';

/** A region's figure in a label or a chip; an absent one is told by its texture and the legend. */
export const figureText = ({ shortText, isDoubtful, classIndex }: WallRegion): string => (classIndex === null ? '' : shortText + (isDoubtful ? DOUBT_MARK : ''));
