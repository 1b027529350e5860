import http from 'node:http';
import https from 'node:https';

/**
 * Two libraries send to `https:` only. For them https is http here, so that they do not pay for encryption that the
 * others do without. They create their own agent, and its kind does not change.
 */
https.Agent = http.Agent;
https.request = http.request;
