import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { ClientBase } from 'pg';
import { endingAfter, READ_DEADLINE } from '#platform/database/pool.js';
import { AuditController } from './api/admin/audit.controller.js';
import { ErasureController } from './api/admin/erasure.controller.js';
import { KeysController } from './api/admin/keys.controller.js';
import { LogController } from './api/admin/log.controller.js';
import { ProjectionsController } from './api/admin/projections.controller.js';
import { QueuesController } from './api/admin/queues.controller.js';
import { Article } from './api/articles/article.entity.js';
import { ArticleRepository } from './api/articles/article.repository.js';
import { ArticlesController } from './api/articles/articles.controller.js';
import { FileArticleHandler } from './api/articles/file-article.command.js';
import { DeadlinesController } from './api/deadlines/deadlines.controller.js';
import { DisputesController } from './api/disputes/disputes.controller.js';
import { ApiDocument } from './api/docs/api-document.js';
import { DocsController } from './api/docs/docs.controller.js';
import { EventTypesController } from './api/event-types/event-types.controller.js';
import { AboutEventsController } from './api/events/about-events.controller.js';
import { EventsController } from './api/events/events.controller.js';
import { Recorder } from './api/events/recorder.js';
import { TryEventsHandler } from './api/events/try-events.query.js';
import { RecordEventsHandler } from './api/events/record-events.command.js';
import { ExportController } from './api/export/export.controller.js';
import { HealthController } from './api/health/health.controller.js';
import { ImportController } from './api/import/import.controller.js';
import { LogStream } from './api/stream/log-stream.js';
import { StreamController } from './api/stream/stream.controller.js';
import { Stopping } from './api/protocol/stopping.js';
import { SessionController } from './api/session/session.controller.js';
import { BriefsController } from './api/stories/briefs.controller.js';
import { OpenStoryHandler } from './api/stories/open-story.command.js';
import { ReadBoardHandler } from './api/stories/read-board.query.js';
import { ReadBriefHandler } from './api/stories/read-brief.query.js';
import { ReadCurrentBriefHandler } from './api/stories/read-current-brief.query.js';
import { ReadChangesHandler } from './api/stories/read-changes.query.js';
import { ReadLatestDigestHandler } from './api/stories/read-latest-digest.query.js';
import { ReadDigestOfEachKindHandler } from './api/stories/read-digest-of-each-kind.query.js';
import { ReadDigestsHandler } from './api/stories/read-digests.query.js';
import { ReadTimelineHandler } from './api/stories/read-timeline.query.js';
import { ReplayController } from './api/stories/replay.controller.js';
import { StoriesController } from './api/stories/stories.controller.js';
import { ViewsController } from './api/views/views.controller.js';
import { SERVER_PARTS, type ServerParts } from './server-parts.js';

const ENTITY_CONNECTIONS = 4;
/** How long one may take to be made, and a query on it: on a line that has gone silent it would take for ever. Milliseconds. */
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
  AboutEventsController,
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
  /** The server around its parts, which come from outside as values: nothing here opens or closes them but the connections of the entities. */
  static around(parts: ServerParts): DynamicModule {
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
          extra: { query_timeout: ENTITY_PATIENCE, onConnect: (client: ClientBase) => client.query(endingAfter(READ_DEADLINE)) },
          poolErrorHandler: (error: Error) => parts.logger.warn({ pool: 'entities', err: error }, 'an idle database connection broke'),
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
        Recorder,
        Stopping,
        LogStream,
        RecordEventsHandler,
        TryEventsHandler,
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
