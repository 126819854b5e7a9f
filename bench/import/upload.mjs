import http from 'node:http';

const BLOCK = Buffer.alloc(256 * 1024, 'someone@example.test,csm,\n');

/** Sends so many bytes without saying how many, as long as nobody answers. */
export const uploadEndlessly = (port, { token, bytes }) =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'transfer-encoding': 'chunked' };
    let sent = 0;
    let isAnswered = false;
    const request = http.request({ host: '127.0.0.1', port, path: '/api/roster/imports', method: 'POST', headers }, (response) => {
      isAnswered = true;
      response.resume().on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode, sentMb: sent / 1024 / 1024, ms: performance.now() - start });
      });
    });
    request.on('error', (error) => isAnswered || reject(error));
    const more = () => {
      while (!isAnswered && sent < bytes) {
        sent += BLOCK.length;
        if (!request.write(BLOCK)) return void request.once('drain', more);
      }
    };
    more();
  });
