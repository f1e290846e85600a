import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApiDocument } from './api/docs/api-document.js';
import { DocsController } from './api/docs/docs.controller.js';
import { EventTypesController } from './api/event-types/event-types.controller.js';
import { HealthController } from './api/health/health.controller.js';
import { SERVER_PARTS, type ServerParts } from './server-parts.js';

@Module({})
export class ServerModule {
  /** The server around its parts, which come from outside as values: nothing here opens or closes them. */
  static around(parts: ServerParts): DynamicModule {
    return {
      module: ServerModule,
      imports: [CqrsModule.forRoot()],
      controllers: [DocsController, EventTypesController, HealthController],
      providers: [{ provide: SERVER_PARTS, useValue: parts }, ApiDocument],
    };
  }
}
