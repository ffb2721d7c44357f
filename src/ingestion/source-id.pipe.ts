import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../platform/http/problem.js';
import { checkSourceId } from './record-line.js';

/** Checks the source's own id of a record in a path. @throws Problem 400 */
@Injectable()
export class SourceIdPipe implements PipeTransform<string, string> {
  transform(sourceId: string): string {
    const message = checkSourceId(sourceId);
    if (message === undefined) return sourceId;
    throw new Problem(400, 'Invalid request', 'The id of the record is invalid.', [{ path: 'sourceId', message }]);
  }
}
