/* eslint-disable @typescript-eslint/no-require-imports */
// A handler as AWS Lambda loads it: the client is made once, for every event that follows.
const { createSandbox } = require('@capture/sandbox');
const { createFreepayment } = require('@capture/freepayment');

const sandbox = createSandbox();
const client = sandbox.listen().then((server) => ({
  server,
  freepayment: createFreepayment({ ...sandbox.credentials.freepayment, baseUrl: server.baseUrl('freepayment') }),
}));

exports.handler = async (event) => {
  const { freepayment, server } = await client;
  const result = await freepayment.capture(JSON.parse(event.body));
  // The process may only be frozen, never ended, so a test has to release the port itself.
  if (event.isLast) await server.close();
  return { statusCode: result.status === 'captured' ? 200 : 402, body: JSON.stringify(result) };
};
