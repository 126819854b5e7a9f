/** Long work as rows: carried out batch by batch, on whichever node, across restarts. Whoever has jobs keeps the table of them. */
export { createJobStore } from './store.repository';
export { createJobRunner } from './runner';
