import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * End-to-end files that take 40 seconds and more, the longest first. Vitest begins with the largest file, as it knows no
 * times on a clean clone; the longest of all are small, and a worker would be alone with one at the end.
 */
const LONGEST = ['everyPage', 'gallery', 'embed', 'picture', 'map', 'trend', 'print', 'ranking'].map((name) => `${name}.test.ts`);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    const place = ({ moduleId, project }: TestSpecification): number => {
      const at = project.name === 'e2e' ? LONGEST.indexOf(path.basename(moduleId)) : -1;
      return at < 0 ? LONGEST.length : at;
    };
    return bySize.toSorted((one, other) => place(one) - place(other));
  }
}
