import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: process.env.WIREDESK_OPENAPI ?? 'http://127.0.0.1:8080/openapi.json',
  output: { path: 'src/generated', module: { extension: '.js' } },
  plugins: ['@hey-api/typescript', '@hey-api/client-fetch', 'zod', { name: '@hey-api/sdk', validator: { response: 'zod' } }],
});
