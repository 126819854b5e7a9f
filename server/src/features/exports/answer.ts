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
  ctx.body = streamOf(file, format);
};
