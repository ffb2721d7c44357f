import { SetMetadata } from '@nestjs/common';

export const openToAll = 'open-to-all';

/** Marks a route that needs no API key: it tells nothing of the records. */
export const OpenToAll = (): ClassDecorator & MethodDecorator => SetMetadata(openToAll, true);
