// The service, ending with the process that started it: one that is killed leaves no service behind on its port.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

await import('../../src/main.js');
