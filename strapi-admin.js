export { default } from './dist/admin';
