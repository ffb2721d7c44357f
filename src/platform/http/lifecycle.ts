import { Injectable } from '@nestjs/common';

/** Whether the process has begun to end. */
@Injectable()
export class Lifecycle {
  ending = false;
}
