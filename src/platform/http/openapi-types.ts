import type { OpenAPIObject } from '@nestjs/swagger';

type Components = NonNullable<OpenAPIObject['components']>;

export type Document = OpenAPIObject;
export type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
export type Schema = NonNullable<Components['schemas']>[string];
export type SchemaObject = Exclude<Schema, { $ref: string }>;
export type Schemas = Record<string, Schema>;
export type Parameter = NonNullable<Operation['parameters']>[number];
export type Response = NonNullable<NonNullable<Components['responses']>[string]>;
export type Header = NonNullable<Components['headers']>[string];

export const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;
export type Method = (typeof methods)[number];

/** Every operation of a document, with the path and the method that it stands under. */
export function operationsOf(document: Document): { path: string; method: Method; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}
