/* eslint-disable @typescript-eslint/no-require-imports */
// CommonJS without anything in between.
const { money, acceptedOrThrow } = require('@capture/core');
const { md5Hex } = require('@capture/core/signing');
const { createNodeTransport } = require('@capture/core/node');
const { declinedResult } = require('@capture/core/testing');
const { describeProvider } = require('@capture/conformance');
const { captureEverywhere } = require('./capture-everywhere.js');

void captureEverywhere().then((reported) => {
  const exported = [money, acceptedOrThrow, createNodeTransport, declinedResult, describeProvider].map(
    (one) => typeof one,
  );
  console.log(JSON.stringify({ ...reported, exported, md5: md5Hex('') }));
});
