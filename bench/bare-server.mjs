// The server that http.mjs compares with: Fastify, one handler, one INSERT in autocommit. It needs no key, checks
// nothing and logs nothing.
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.argv[2], max: Number(process.argv[3]) });
await pool.query(
  'create table bare (position bigint generated always as identity primary key, ' +
    'id uuid not null unique, body json not null)',
);
const INSERT = {
  name: 'bare',
  text: 'insert into bare (id, body) values (gen_random_uuid(), $1) returning position, id',
};

const app = fastify();
app.post('/', async (request, reply) => {
  const { rows } = await pool.query({ ...INSERT, values: [JSON.stringify(request.body)] });
  return reply.code(201).send(rows[0]);
});
process.send(await app.listen({ port: 0, host: '127.0.0.1' }));
