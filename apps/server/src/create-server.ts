import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { ClientBase } from 'pg';
import { setStatementTimeout, READ_TIMEOUT_MS } from '#platform/database/pool.js';
import { AuditController } from './admin/audit.controller.js';
import { ErasureController } from './admin/erasure.controller.js';
import { KeysController } from './admin/keys.controller.js';
import { LogController } from './admin/log.controller.js';
import { ProjectionsController } from './admin/projections.controller.js';
import { QueuesController } from './admin/queues.controller.js';
import { Article } from './articles/article.entity.js';
import { ArticleRepository } from './articles/article.repository.js';
import { ArticlesController } from './articles/articles.controller.js';
import { EraseArticleBodyHandler } from './articles/erase-body.command.js';
import { FileArticleHandler } from './articles/file-article.command.js';
import { AUTH, LOG, QUEUES, READS, RUNTIME, type ServerParts } from './bootstrap/parts.js';
import { registerPages, type Pages } from './browser-pages/pages.js';
import type { ConsoleFiles } from './console/console-files.js';
import { CONSOLE, serveConsole } from './console/serve-console.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { DisputesController } from './disputes/disputes.controller.js';
import { ApiDocument, DocsController } from './docs/docs.controller.js';
import { EventTypesController } from './event-types/event-types.controller.js';
import { ArticleEventsController } from './events/article-events.controller.js';
import { EventsController } from './events/events.controller.js';
import { MetaEventsController } from './events/meta-events.controller.js';
import { RecordEventsResponder } from './events/record-events-responder.js';
import { RecordEventsHandler } from './events/record-events.command.js';
import { ExportController } from './export/export.controller.js';
import { HealthController } from './health/health.controller.js';
import { HEALTH_CHECKS, type HealthCheck } from './health/readiness.js';
import { createHttpApp } from './http/create-http-app.js';
import { ShutdownSignal } from './http/streaming.js';
import { ImportBatchHandler } from './import/import-batch.command.js';
import { ImportController } from './import/import.controller.js';
import { SeriesController } from './series/series.controller.js';
import { SessionController } from './session/session.controller.js';
import { AllStoriesController } from './stories/all-stories.controller.js';
import { BoardsController } from './stories/boards.controller.js';
import { BriefsController } from './stories/briefs.controller.js';
import { MarksController } from './stories/marks.controller.js';
import { OpenStoryHandler } from './stories/open-story.command.js';
import { ReadBoardHandler } from './stories/read-board.query.js';
import { ReadBriefHandler } from './stories/read-brief.query.js';
import { ReadChangesHandler } from './stories/read-changes.query.js';
import { ReadDigestsHandler } from './stories/read-digests.query.js';
import { ReadTimelineHandler } from './stories/read-timeline.query.js';
import { ReplayController } from './stories/replay.controller.js';
import { StoriesController } from './stories/stories.controller.js';
import { LogStream } from './stream/log-stream.js';
import { StreamController } from './stream/stream.controller.js';
import { ViewsController } from './views/views.controller.js';

/** The pool of TypeORM, for articles. */
const ENTITY_CONNECTIONS = 4;
/** How long connecting or a query may take, milliseconds: on a silent line it would take for ever. */
const ENTITY_PATIENCE = 10_000;

/** Served by every process, whatever its roles. */
const EVERY_PROCESS = [DocsController, HealthController];
const API = [
  EventTypesController,
  SessionController,
  StoriesController,
  AllStoriesController,
  BoardsController,
  BriefsController,
  MarksController,
  ReplayController,
  ArticlesController,
  ArticleEventsController,
  EventsController,
  ImportController,
  StreamController,
  MetaEventsController,
  ViewsController,
  DeadlinesController,
  DisputesController,
  SeriesController,
  ExportController,
  KeysController,
  AuditController,
  ErasureController,
  LogController,
  ProjectionsController,
  QueuesController,
];

const COMMAND_HANDLERS = [
  EraseArticleBodyHandler,
  FileArticleHandler,
  ImportBatchHandler,
  OpenStoryHandler,
  RecordEventsHandler,
];
const QUERY_HANDLERS = [
  ReadBoardHandler,
  ReadBriefHandler,
  ReadChangesHandler,
  ReadDigestsHandler,
  ReadTimelineHandler,
];

export interface ServerOptions {
  /** Shown by `/readyz`. */
  checks: readonly HealthCheck[];
  /** Browser pages of libraries. */
  pages: readonly Pages[];
  /** The console; `null`: this process serves none. */
  console: ConsoleFiles | null;
  /** For articles, which are TypeORM entities with a pool of their own. */
  databaseUrl: string;
}

@Module({})
class ServerModule {
  /** Only the pool of the entities is opened and closed here. The parts are opened and closed by the caller. */
  static from(
    { log, reads, auth, queues, runtime }: ServerParts,
    { checks, console, databaseUrl }: ServerOptions,
  ): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        CqrsModule.forRoot(),
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: databaseUrl,
          entities: [Article],
          applicationName: 'dateline-entities',
          poolSize: ENTITY_CONNECTIONS,
          connectTimeoutMS: ENTITY_PATIENCE,
          extra: {
            query_timeout: ENTITY_PATIENCE,
            onConnect: (client: ClientBase) => client.query(setStatementTimeout(READ_TIMEOUT_MS)),
          },
          poolErrorHandler: (error: Error) =>
            runtime.logger.warn({ pool: 'entities', err: error }, 'an idle database connection broke'),
          retryAttempts: 0,
        }),
        TypeOrmModule.forFeature([Article]),
      ],
      controllers: runtime.config.roles.has('api') ? [...EVERY_PROCESS, ...API] : EVERY_PROCESS,
      providers: [
        { provide: LOG, useValue: log },
        { provide: READS, useValue: reads },
        { provide: AUTH, useValue: auth },
        { provide: QUEUES, useValue: queues },
        { provide: RUNTIME, useValue: runtime },
        { provide: HEALTH_CHECKS, useValue: checks },
        { provide: CONSOLE, useValue: console },
        ShutdownSignal,
        ApiDocument,
        ArticleRepository,
        RecordEventsResponder,
        LogStream,
        ...COMMAND_HANDLERS,
        ...QUERY_HANDLERS,
      ],
    };
  }
}

/**
 * Creates the HTTP server, ready to `listen`. Its `close` stops accepting, waits for the requests in progress and
 * closes idle connections. It does not close the parts.
 */
export async function createServer(parts: ServerParts, options: ServerOptions): Promise<NestFastifyApplication> {
  const { auth, runtime } = parts;
  const { keyring, sessions, onFailed } = auth;
  const app = await createHttpApp(ServerModule.from(parts, options), {
    ...runtime.config,
    logger: runtime.logger,
    onFailed,
    authenticate: (key) => keyring.holderOf(key),
    resume: (token) => sessions.holderOf(token),
    endOf: ({ kind, token }) => (kind === 'key' ? keyring.endOf(token) : sessions.endOf(token)),
    extend: (fastify) => {
      if (options.console) serveConsole(fastify, options.console);
      options.pages.forEach((pages) => registerPages(fastify, pages, auth.pool));
    },
  });
  app.get(ApiDocument).describe(app, runtime.version);
  return app;
}
