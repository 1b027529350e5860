import http from 'node:http';
import https from 'node:https';

/**
 * Two libraries send to `https:` only. For them https is http here, so that they do not pay for encryption that the others do not have to do. They make an agent of
 * their own; it stays of the kind that they make.
 */
https.Agent = http.Agent;
https.request = http.request;
