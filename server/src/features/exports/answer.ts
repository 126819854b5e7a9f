import type { RequestContext } from '../../host/strapi';
import type { Format } from './formats';
import { streamOf, type Exported } from './stream';

export interface ExportFile extends Exported {
  readonly name: string;
  readonly total: number;
}

/** Answers a request with a file that is written while it is read. */
export const answerWithFile = (ctx: RequestContext, file: ExportFile, format: Format, now: Date): void => {
  ctx.set('Content-Type', format.contentType);
  ctx.set('Content-Disposition', `attachment; filename="${file.name}-${now.toISOString().slice(0, 10)}.${format.extension}"`);
  ctx.set('Cache-Control', 'no-store');
  ctx.set('X-Total-Count', String(file.total));
  ctx.set('X-Content-Type-Options', 'nosniff');
  const stream = streamOf(file, format);
  // Koa ends no answer that has begun: without this, who reads would wait for the rest for ever, or take half for all.
  stream.on('error', () => ctx.res.destroy());
  ctx.body = stream;
};
