/* eslint-disable @typescript-eslint/no-require-imports */
// The part of Lambda: loads the handler by path and gives it one event after the other.
const { handler } = require('./lambda.js');

const event = (minor, isLast) => ({
  body: JSON.stringify({ authorizationId: '1-310b0da80b', amount: { minor, currency: 'USD' } }),
  isLast,
});
void (async () => {
  const { statusCode, body } = await handler(event(10, false));
  // More than was authorized.
  const refused = await handler(event(100_000_000, true));
  console.log(statusCode, JSON.parse(body).status, refused.statusCode);
})();
