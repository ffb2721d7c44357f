import { BadRequestException } from '@nestjs/common';
import { problemBody, problemOf } from './problem.filter.js';
import { Problem } from './problem.js';

describe('problemOf', () => {
  const fastifyError = Object.assign(new Error('Unsupported Media Type'), { statusCode: 415, code: 'FST_ERR' });
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const stopping = Object.assign(new Error('terminating connection'), { code: '57P01' });

  it.each([
    ['a problem', new Problem(409, 'Stale', 'Older than what is held.'), 409, 'Stale', 'Older than what is held.'],
    ['an exception of Nest', new BadRequestException('No'), 400, 'Bad Request', 'No.'],
    ['an error of Fastify', fastifyError, 415, 'Unsupported Media Type', 'Unsupported Media Type.'],
    ['a database that is away', refused, 503, 'Service Unavailable', expect.any(String) as string],
    ['a database that stops', stopping, 503, 'Service Unavailable', expect.any(String) as string],
  ])('tells of %s', (_, error: unknown, status, title, detail) => {
    expect(problemOf(error)).toMatchObject({ status, title, message: detail });
  });

  it.each([new Error('secret'), 'secret', undefined, Object.assign(new Error('secret'), { statusCode: 500 })])(
    'tells nothing of what was not expected: %s',
    (error) => {
      const problem = problemOf(error);
      expect(problem.status).toBe(500);
      expect(problemBody(problem)).not.toContain('secret');
    },
  );
});

describe('problemBody', () => {
  it('is RFC 9457 problem details', () => {
    const problem = new Problem(422, 'Invalid', 'It is invalid.', [{ path: 'data', message: 'must be an object' }]);
    expect(JSON.parse(problemBody(problem))).toEqual({
      type: 'about:blank',
      title: 'Invalid',
      status: 422,
      detail: 'It is invalid.',
      errors: [{ path: 'data', message: 'must be an object' }],
    });
  });
});
