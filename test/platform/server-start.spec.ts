import { describe, expect, it } from '@jest/globals';
import { SHIPPED, startServer } from '../support/server.js';

describe('the server', () => {
  it('starts on a database that it does not own, shows its address, and stops on request', async () => {
    const server = await startServer({}, { program: SHIPPED });
    expect(await server.get('/livez')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(server.log()).toContain(`is running: ${server.url}`);
    expect(server.log()).not.toContain(server.adminKey);
    expect(await server.stop()).toBe(0);
  });
});
