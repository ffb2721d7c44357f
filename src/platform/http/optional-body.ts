import { SetMetadata, type Type } from '@nestjs/common';

const optionalBody = 'optional-body';

/** Marks the class of a body that need not be there: none says as much as an empty object. */
export const OptionalBody = (): ClassDecorator => SetMetadata(optionalBody, true);

export function isOptionalBody(type: Type): boolean {
  return Reflect.getMetadata(optionalBody, type) === true;
}
