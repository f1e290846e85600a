import { applyDecorators, Header } from '@nestjs/common';
import type { ResponseSpec } from '../openapi/endpoint.js';

/**
 * What a page says besides what every answer does. Data have no links to follow and are no window that another could
 * hold.
 */
export const PAGE_HEADERS = {
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The answer of a route that is a page. */
export const PAGE: ResponseSpec = {
  description: 'A page',
  types: ['text/html'],
  headers: {
    'X-Frame-Options': 'That no other page may frame it',
    'Referrer-Policy': 'That a link tells nobody where it was',
    'Cross-Origin-Opener-Policy': 'That a page of another origin which opened it has no hold on it',
  },
};

/** A route that is a page. @param policy its `Content-Security-Policy` */
export const BrowserPage = (policy: string): MethodDecorator =>
  applyDecorators(
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', policy),
    ...Object.entries(PAGE_HEADERS).map(([name, value]) => Header(name, value)),
  );
