import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose loss ends no process. A server that goes away while a connection is handed over finds nobody who
 * listens for its errors yet, and Node ends a process for that. Whoever uses the connection learns of the loss all the same.
 */
export class GuardedClient extends Client {
  constructor(configuration?: string | ClientConfig) {
    super(configuration);
    this.on('error', () => undefined);
  }
}
