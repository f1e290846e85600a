import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { ClientBase } from 'pg';
import { endingAfter, READ_DEADLINE } from '#platform/database/pool.js';
import { AuditController } from './admin/audit.controller.js';
import { ErasureController } from './admin/erasure.controller.js';
import { KeysController } from './admin/keys.controller.js';
import { LogController } from './admin/log.controller.js';
import { ProjectionsController } from './admin/projections.controller.js';
import { QueuesController } from './admin/queues.controller.js';
import { Article } from './articles/article.entity.js';
import { ArticleRepository } from './articles/article.repository.js';
import { ArticlesController } from './articles/articles.controller.js';
import { FileArticleHandler } from './articles/file-article.command.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { DisputesController } from './disputes/disputes.controller.js';
import { ApiDocument } from './docs/api-document.js';
import { DocsController } from './docs/docs.controller.js';
import { EventTypesController } from './event-types/event-types.controller.js';
import { MetaEventsController } from './events/meta-events.controller.js';
import { EventsController } from './events/events.controller.js';
import { RecordEventsResponder } from './events/record-events-responder.js';
import { DryRunEventsHandler } from './events/dry-run-events.query.js';
import { RecordEventsHandler } from './events/record-events.command.js';
import { ExportController } from './export/export.controller.js';
import { HealthController } from './health/health.controller.js';
import { ImportController } from './import/import.controller.js';
import { LogStream } from './stream/log-stream.js';
import { StreamController } from './stream/stream.controller.js';
import { ShutdownSignal } from './http/shutdown-signal.js';
import { SessionController } from './session/session.controller.js';
import { BriefsController } from './stories/briefs.controller.js';
import { OpenStoryHandler } from './stories/open-story.command.js';
import { ReadBoardHandler } from './stories/read-board.query.js';
import { ReadBriefHandler } from './stories/read-brief.query.js';
import { ReadCurrentBriefHandler } from './stories/read-current-brief.query.js';
import { ReadChangesHandler } from './stories/read-changes.query.js';
import { ReadLatestDigestHandler } from './stories/read-latest-digest.query.js';
import { ReadDigestOfEachKindHandler } from './stories/read-digest-of-each-kind.query.js';
import { ReadDigestsHandler } from './stories/read-digests.query.js';
import { ReadTimelineHandler } from './stories/read-timeline.query.js';
import { ReplayController } from './stories/replay.controller.js';
import { StoriesController } from './stories/stories.controller.js';
import { ViewsController } from './views/views.controller.js';
import { SERVER_PARTS, type AppDependencies } from './app-dependencies.js';

const ENTITY_CONNECTIONS = 4;
/**
 * How long one may take to be made, and a query on it: on a line that has gone silent it would take for ever.
 * Milliseconds.
 */
const ENTITY_PATIENCE = 10_000;

/** What every process serves, whatever its roles: how it is, and what it is. */
const EVERY_PROCESS = [DocsController, HealthController];
const API = [
  EventTypesController,
  SessionController,
  StoriesController,
  BriefsController,
  ReplayController,
  ArticlesController,
  EventsController,
  ImportController,
  StreamController,
  MetaEventsController,
  ViewsController,
  DeadlinesController,
  DisputesController,
  ExportController,
  KeysController,
  AuditController,
  ErasureController,
  LogController,
  ProjectionsController,
  QueuesController,
];

@Module({})
export class ServerModule {
  /**
   * The server around its parts, which come from outside as values: nothing here opens or closes them but the
   * connections of the entities.
   */
  static around(parts: AppDependencies): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        CqrsModule.forRoot(),
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: parts.databaseUrl,
          entities: [Article],
          applicationName: 'dateline-entities',
          poolSize: ENTITY_CONNECTIONS,
          connectTimeoutMS: ENTITY_PATIENCE,
          extra: {
            query_timeout: ENTITY_PATIENCE,
            onConnect: (client: ClientBase) => client.query(endingAfter(READ_DEADLINE)),
          },
          poolErrorHandler: (error: Error) =>
            parts.logger.warn({ pool: 'entities', err: error }, 'an idle database connection broke'),
          retryAttempts: 0,
        }),
        TypeOrmModule.forFeature([Article]),
      ],
      controllers: parts.roles.has('api') ? [...EVERY_PROCESS, ...API] : EVERY_PROCESS,
      providers: [
        { provide: SERVER_PARTS, useValue: parts },
        ApiDocument,
        ArticleRepository,
        FileArticleHandler,
        OpenStoryHandler,
        RecordEventsResponder,
        ShutdownSignal,
        LogStream,
        RecordEventsHandler,
        DryRunEventsHandler,
        ReadBoardHandler,
        ReadBriefHandler,
        ReadCurrentBriefHandler,
        ReadChangesHandler,
        ReadDigestsHandler,
        ReadDigestOfEachKindHandler,
        ReadLatestDigestHandler,
        ReadTimelineHandler,
      ],
    };
  }
}
