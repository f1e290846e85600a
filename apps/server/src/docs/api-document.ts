import { Injectable, type INestApplication } from '@nestjs/common';
import { buildOpenApiDocument } from '../openapi/document.js';

/**
 * The OpenAPI document as it is served. Made when it is first asked for, as the routes are known only once the
 * application stands.
 */
@Injectable()
export class ApiDocument {
  #make: (() => string) | undefined;
  #text: string | undefined;

  describe(app: INestApplication, version: string): void {
    this.#make = () => JSON.stringify(buildOpenApiDocument(app, version));
  }

  text(): string {
    if (!this.#make) throw new Error('the document was asked for before the application was described');
    return (this.#text ??= this.#make());
  }
}
