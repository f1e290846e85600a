// Generated from the OpenAPI document by `npm run client`.
// To correct something here, change the declaration of the endpoint.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The console; redirects to the documentation where this process has none */
        get: operations["start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documentation, where requests can be tried */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the documentation page */
        get: operations["getDocsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is running */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server can serve requests
         * @description The server is not ready while its views have made no progress for 30 seconds although events wait for them. Views that lag or are halted, and queues that cannot be reached, are reported, but the server stays ready. The checks run about once a second, however many clients request them.
         */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page that opens a session */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the sign-in page */
        get: operations["getSignInFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/articles/{id}/body": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erases the text of an article for good
         * @description Its sha256, the quotes in events and the reason stay. Filed again, the text is not kept. An article that was erased before is not changed.
         */
        delete: operations["eraseArticleBody"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, the latest first
         * @description Actions on keys and sessions, erasures, rebuilds, verifications, changes made through pages of libraries, and invalid keys.
         */
        get: operations["readAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All keys by name, also those that have ended */
        get: operations["listKeys"];
        put?: never;
        /** Creates a key, and shows it once */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One key */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /** Ends a key for good, in every process within a second */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a key a new secret, and shows it once
         * @description The name and the role stay. The old secret is refused at once, or after the requested seconds. Its sessions end with it.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The head of the log */
        get: operations["getLogHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/log/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verifies the whole log, its heads and the articles
         * @description Recomputes every hash, and checks that no event is missing, that times never fall, the heads of the log and of its stories, and the bodies of articles by their sha256. With a head that was noted earlier, it also finds a log that was cut off.
         */
        post: operations["verifyLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/projections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The positions of the views, the progress of builds, and what is halted or has failed */
        get: operations["listProjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/projections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drops a foreign generation that a newer program has left behind
         * @description For going back to an older program. It is refused while a program keeps the generation: unless events have waited for it, or its build has not moved, for a minute. The server then builds its own version of the view.
         */
        delete: operations["dropGeneration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/projections/{view}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuilds a view from the log, while the active one goes on
         * @description The active generation answers until the new one has reached its position, and is then replaced at once. While one is being built, no other is begun.
         */
        post: operations["rebuildView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/projections/{view}/subjects/{subject}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retries a subject that is halted, from its position
         * @description The subject is folded request by request, in parts, while all others go on. It answers again once it has reached the position of its view. Where a request is too much work again, it stays halted from there on.
         */
        post: operations["retrySubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queues of the workers: open jobs, jobs that were given up, and summaries that are out of date */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Articles, the latest filed first or last */
        get: operations["listArticles"];
        put?: never;
        /**
         * Files an article from which facts are taken
         * @description The same url and body again is answered with the article as it was first filed. The same url with another body is the next revision of that url.
         */
        post: operations["fileArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One article; editors see its body */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects when an article was published: records EventCorrected for each account taken from it
         * @description In one request, for at most 1,000 accounts; `more` says whether there are others. Accounts that have this date already, or are retracted, are left alone, so the same request again records nothing. A request that records nothing leaves its Idempotency-Key free. The article stays as it was filed.
         */
        post: operations["correctArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs between the texts of two articles, word by word
         * @description Mostly two revisions of one url, but any two articles can be compared. White space is not compared. Passages that differ in too much are shown as replaced, and the answer is then `coarse`.
         */
        get: operations["compareArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facts taken from an article, in the order of the log */
        get: operations["listArticleEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The subjects of all stories that differ between two points of a clock
         * @description As for one story. A page that took long to fill may hold fewer subjects than its limit, or none, and still have a next one.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What expires or is due, the nearest first
         * @description Of what is settled the latest dates come first. A date that is known to the month or year counts by its last day. As `text/calendar` (RFC 5545) these are all-day events, the first 1000; a calendar program may send the key as the password of HTTP Basic, with any user name.
         */
        get: operations["listDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disagreements of sources, ordered by view and subject
         * @description A dispute stays in the list while its fact still matters, also after it has been settled.
         */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of event types: what can be recorded */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event type: its description, JSON Schema and an example */
        get: operations["getEventType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events of the log, in its order or backwards */
        get: operations["listEvents"];
        put?: never;
        /**
         * Records one event or a batch, all or nothing
         * @description An event that is sent again, with the same id and content, is stored only once.
         */
        post: operations["recordEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event, with later events about it, and whether it is still valid */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects a fact, or one account of it: records EventCorrected
         * @description Nothing in the log is changed. What was believed before stays readable, as of the record at that time. Sent as a merge patch (RFC 7396), `data` name only what changes of the data as they stand. The result is checked and stored whole. If the data are corrected while the patch is being applied, it is refused with 412.
         */
        post: operations["correctEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}/corroboration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds the account of a further source to a fact: records EventCorroborated
         * @description Without a date or data of its own it agrees with the fact. With them it may disagree, and the fact is disputed.
         */
        post: operations["corroborateEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}/retraction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws a fact, or one account of it: records EventRetracted
         * @description It stays in the log, and no longer counts.
         */
        post: operations["retractEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facts that an event might be another account of
         * @description Facts of the same type and subject within 7 days, the nearest first: they may be a fact and its corroboration.
         */
        get: operations["getSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records any number of events and articles, one JSON text a line
         * @description The lines are stored in batches of 1,000, each as one request. The import ends at the first line that cannot be stored, or when its key ends; all lines before are stored. The same text sent again continues it, since lines that are stored already are only counted. An article without its text, or one that was erased, needs an admin’s key.
         */
        post: operations["importEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * New events of the log, as server-sent events
         * @description Each message is an event of the log, and its id is the position. A client that reconnects with Last-Event-ID, as an EventSource does by itself, gets every event once. A client that reads nothing for 10 seconds is disconnected. When the key or session ends, a last message of the type `error` gives the reason: `{ "error": { "code", "detail" } }`.
         */
        get: operations["followEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All events and articles, one JSON text on each line, for an import into another server
         * @description The log in its order, each article before the first event that cites it. The texts of articles are for editors. For others, and where a text was erased, the article has its sha256 only.
         */
        get: operations["exportEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The headlines of subjects from day to day, along one of the clocks
         * @description A cell for each day and subject, by day, then by subject, as the read of that subject on that day gives it. Before the first fact its values are null. A series has at most 1,000,000 cells. `clocks` are those of the last day; as CSV and NDJSON each cell has its own.
         */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The holder of the request’s key or session, if it has one */
        get: operations["getSession"];
        put?: never;
        /**
         * Exchanges a key for a session cookie, for pages in a browser
         * @description A session lasts an hour after its last use, and twelve hours at most. It ends earlier when its key ends or is rotated. A key has at most 20 sessions: a further one ends the oldest. At most 20 may be opened in a minute. With the cookie a browser can read. From pages of this server it can do all that the key can do, where the request has the header `X-Dateline-Console: 1`.
         */
        post: operations["openSession"];
        /** Ends the session of the request’s cookie, if it has one */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stories, the latest change first */
        get: operations["listStories"];
        put?: never;
        /** Opens a story: records StoryOpened */
        post: operations["openStory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The board of a story: the states of all its subjects */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{slug}/boards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The boards of a story as of some dates, in the order of the dates given
         * @description Each as the story itself answers with that `asOf`, all at the same position of the log: for a page that moves through time, far from the server.
         */
        get: operations["getBoards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{slug}/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A story in at most 40 sentences, each with the events that it cites
         * @description Built from the board and the facts alone. A claim is attributed to whoever makes it. Without clocks, the answer is the brief that the workers keep. If that is behind, it is built again for the answer; but if over 500 events of the story came since, the answer is the one that is kept, and says how many it is behind.
         */
        get: operations["getBrief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{slug}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The subjects of a story that differ between two points of a clock
         * @description On `asOf`: by what happened in the world. On `recordedAsOf`: by what was recorded here. On `reportedAsOf`: by what was published.
         */
        get: operations["getChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{slug}/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A story by days, weeks or months: the facts, their changes, and later corrections
         * @description The periods that have a fact, the latest first. A fact whose date is less precise than the period is in none.
         */
        get: operations["listDigests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{slug}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The facts of a story as marks on an axis of time, the earliest first
         * @description A fact in a few words, for drawing a whole story: without sentence, data and sources. Retracted facts are listed too.
         */
        get: operations["listMarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{slug}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A story replayed from the log, step by step, in the order of the world, of the press or of the record
         * @description Each step is a frame with its changes. The last frame is the board, as the story itself answers at the same point. In an event stream the last frame has the id `end`. A client that reconnects with that id gets 204, so that an `EventSource` does not begin again.
         */
        get: operations["replayStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stories/{slug}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facts of a story, newest first or oldest first */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facts of all stories, newest first or oldest first */
        get: operations["listFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The views, with the schemas of their states */
        get: operations["listViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{view}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items of a view in all stories, ordered by subject */
        get: operations["listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{view}/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One subject of a view
         * @description Before the first fact of the subject its state is null.
         */
        get: operations["getItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{view}/{subject}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All facts of a subject, newest first or oldest first */
        get: operations["getFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{view}/{subject}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items of a subject over valid time, oldest first: by facts, and by time alone */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccordSignedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description The accord */
                accord: components["schemas"]["Slug"];
                /** @description Who signed it */
                parties: components["schemas"]["Party"][];
                /** @description Where */
                place?: components["schemas"]["Place"];
                /** @description What it is called */
                title?: components["schemas"]["Text"];
                /** @description Who witnessed the signing */
                witnesses?: components["schemas"]["Person"][];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "AccordSigned";
        };
        /** @description The account of one source, with its corrections applied */
        Account: {
            certainty: components["schemas"]["Certainty"];
            corrected: boolean;
            data: {
                [key: string]: unknown;
            };
            /** @description The event of the account: this one, or a corroboration */
            event: string;
            occurredAt: components["schemas"]["ReducedDate"];
            publisher: string | null;
            source: components["schemas"]["StoredSource"] | null;
        };
        Alive: {
            /** @constant */
            status: "alive";
        };
        /** @description One revision of a published text */
        Article: {
            byline: string | null;
            /** @description Why its text was erased */
            erased?: string;
            filedAt: string;
            /** @description The name of the key that filed it */
            filedBy: string;
            headline: string;
            id: string;
            language: string | null;
            publishedAt: components["schemas"]["ReducedDate"] | null;
            publisher: string;
            /** @description Its number among the revisions of its url: 1, 2, 3, … */
            revision: number;
            /** @description The revisions of its url, this one among them: the latest 50, oldest first */
            revisions: components["schemas"]["Revision"][];
            /** @description Of its body, hex */
            sha256: string;
            /**
             * @description Its text was never filed here. Its sha256 and details were imported, and are replaced once the text is filed
             * @constant
             */
            unverified?: true;
            url: string;
        };
        /** @description The corrections that a request recorded, one for each account */
        ArticleCorrected: {
            events: components["schemas"]["RecordedEvent"][];
            hints?: components["schemas"]["RecordedHints"];
            /** @description true: more accounts were taken from the article than one request can correct. Send it again for the next */
            more: boolean;
            /** @description The last position */
            position: number;
        };
        /** @description What differs between the texts of two articles */
        ArticleDiff: {
            after: components["schemas"]["ComparedArticle"];
            before: components["schemas"]["ComparedArticle"];
            /** @description Some passages differ in too much to be compared word by word, and are shown as replaced */
            coarse: boolean;
            /** @description In the order of the text: `same` and `added` make up the text after, `same` and `removed` the text before, but for white space */
            parts: {
                /** @enum {string} */
                kind: "same" | "removed" | "added";
                text: string;
            }[];
        };
        Articles: {
            clocks: components["schemas"]["Clocks"];
            items: components["schemas"]["Article"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description An article that is filed here */
        ArticleSource: {
            /** @description Id of a filed article */
            article: string;
            /** @description Who says so, according to the source */
            attributedTo?: components["schemas"]["Text"];
            /** @description The words of the source, verbatim */
            quote?: components["schemas"]["Quote"];
        };
        /** @description Who did what, and when */
        AuditEntry: {
            /** @enum {string} */
            action: "key-created" | "key-rotated" | "key-revoked" | "session-opened" | "session-ended" | "article-erased" | "article-claimed" | "article-verified" | "rebuild-requested" | "generation-dropped" | "subject-retry-requested" | "verify-requested" | "pages-used" | "authentications-failed";
            /** @description The name of the key; null: unknown */
            actor: string | null;
            address: string;
            at: string;
            detail: {
                [key: string]: unknown;
            };
            id: number;
            /** @description Null: the entry sums up many requests */
            requestId: string | null;
            /** @description The object of the action: the name of a key, the id of an article, a view, an address, a path */
            subject: string;
        };
        AuditTrail: {
            items: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        /**
         * @description What the rate counts: this duty alone, all additional ones, everything, or an average weighted by trade
         * @enum {string}
         */
        Basis: "additional" | "cumulative" | "all_in" | "trade_weighted_average";
        /** @description The states of all subjects of a story at one point of the clocks */
        Board: {
            clocks: components["schemas"]["Clocks"];
            /** @description What is still to come, the nearest first */
            deadlines: components["schemas"]["Deadline"][];
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            story: components["schemas"]["Story"];
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /** @description The items of each view; a halted view is missing */
            views: {
                deals?: components["schemas"]["DealsItem"][];
                meetings?: components["schemas"]["MeetingsItem"][];
                restrictions?: components["schemas"]["RestrictionsItem"][];
                stories?: components["schemas"]["StoriesItem"][];
                summits?: components["schemas"]["SummitsItem"][];
                talks?: components["schemas"]["TalksItem"][];
                tariffs?: components["schemas"]["TariffsItem"][];
                truces?: components["schemas"]["TrucesItem"][];
                visits?: components["schemas"]["VisitsItem"][];
            };
        };
        /** @description A line of NDJSON: an item, with the clocks at which it was read */
        BoardLine: components["schemas"]["Board"] | components["schemas"]["BrokenOff"];
        /** @description A story in at most 40 sentences, each with the events that it cites */
        Brief: {
            /** @description How many events of the story were recorded since; absent: it is not stale */
            behind?: number;
            clocks: components["schemas"]["Clocks"];
            /** @description When time alone will change it; null: never */
            freshUntil: string | null;
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            headline: string;
            /** @description The position of the log that it was built from */
            madeFrom: number;
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description Only sections that have a sentence */
            sections: components["schemas"]["Section"][];
            /** @description Over 500 events of the story were recorded since, and it is about to be built again */
            stale: boolean;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
        };
        /** @description The last line of an answer that broke off */
        BrokenOff: {
            error: {
                code: string;
                detail: string;
            };
        };
        /** @description The headline of a subject on a day, as the read of that day gives it */
        Cell: components["schemas"]["DealsCell"] | components["schemas"]["MeetingsCell"] | components["schemas"]["RestrictionsCell"] | components["schemas"]["StoriesCell"] | components["schemas"]["SummitsCell"] | components["schemas"]["TalksCell"] | components["schemas"]["TariffsCell"] | components["schemas"]["TrucesCell"] | components["schemas"]["VisitsCell"];
        /** @description The headline of a subject on a day, as the read of that day gives it */
        CellAt: components["schemas"]["DealsCellAt"] | components["schemas"]["MeetingsCellAt"] | components["schemas"]["RestrictionsCellAt"] | components["schemas"]["StoriesCellAt"] | components["schemas"]["SummitsCellAt"] | components["schemas"]["TalksCellAt"] | components["schemas"]["TariffsCellAt"] | components["schemas"]["TrucesCellAt"] | components["schemas"]["VisitsCellAt"];
        /** @description A line of NDJSON: an item, with the clocks at which it was read */
        CellLine: components["schemas"]["CellAt"] | components["schemas"]["BrokenOff"];
        /**
         * @description How sure the source is; what is only claimed changes no state of a view
         * @enum {string}
         */
        Certainty: "confirmed" | "reported" | "claimed";
        /** @description The change of a subject; null: it had no item */
        Change: {
            after: components["schemas"]["Item"] | null;
            before: components["schemas"]["Item"] | null;
            subject: string;
            view: string;
        };
        Changes: {
            clocks: components["schemas"]["Clocks"];
            from: components["schemas"]["Clocks"];
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["SubjectChanged"][];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
            to: components["schemas"]["Clocks"];
        };
        /** @description A claim of somebody. It has no effect on the state */
        Claim: {
            /** @description Who claims it */
            by: string | null;
            /** @description The data of the claiming event */
            data: {
                [key: string]: unknown;
            };
            event: string;
            occurredAt: components["schemas"]["ReducedDate"];
        };
        /** @description The clocks of an answer, as they were resolved */
        Clocks: {
            /** @description The last instant of valid time that counts; null: no bound */
            asOf: string | null;
            /** @description The position of the log at which the whole answer was read */
            position: number;
            /** @description The last instant of system time that counts, or @ and a position; null: no bound */
            recordedAsOf: string | null;
            /** @description The last instant of publication that counts; null: no bound */
            reportedAsOf: string | null;
            /**
             * @description Sources without a date of publication are included
             * @constant
             */
            undated?: "include";
        };
        /** @description An event as a CloudEvent 1.0 */
        CloudEvent: {
            /** @description The event as it would be posted */
            data: {
                [key: string]: unknown;
            };
            /** @constant */
            datacontenttype: "application/json";
            id: string;
            /** @description Its position in the log */
            position: number;
            /** @description When it was recorded */
            recordedtime: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            /** @description The slug of the story */
            subject: string;
            /** @description The first instant of its date; absent for an event about an event */
            time?: string;
            /** @description `dateline.` and the event type */
            type: string;
        };
        CloudEvents: components["schemas"]["CloudEvent"][];
        /**
         * @description How the number is meant: exactly (eq), up to, at least, more than, about
         * @enum {string}
         */
        Comparator: "eq" | "up_to" | "at_least" | "more_than" | "about";
        ComparedArticle: {
            headline: string;
            id: string;
            publishedAt: components["schemas"]["ReducedDate"] | null;
            /** @description Its number among the revisions of its url: 1, 2, 3, … */
            revision: number;
            /** @description Of its body, hex */
            sha256: string;
            url: string;
        };
        /** @description An account as it stands, and as it would be with the corrections */
        CorrectedAccount: {
            after: {
                certainty: components["schemas"]["Certainty"];
                data: {
                    [key: string]: unknown;
                };
                occurredAt: components["schemas"]["ReducedDate"];
            };
            before: {
                certainty: components["schemas"]["Certainty"];
                data: {
                    [key: string]: unknown;
                };
                occurredAt: components["schemas"]["ReducedDate"];
            };
            /** @description The corrected event: a fact, or a corroboration */
            event: string;
        };
        /** @description A correction: each of its fields replaced the whole of that field */
        CorrectionMade: {
            certainty?: components["schemas"]["Certainty"];
            data?: {
                [key: string]: unknown;
            };
            event: string;
            occurredAt?: components["schemas"]["ReducedDate"];
            /** @description When the source of the account was really published. It counts on every date of publication */
            publishedAt?: components["schemas"]["ReducedDate"];
            reason: string;
            recordedAt: string;
            source: components["schemas"]["StoredSource"] | null;
            /** @description The account: the fact itself, or a corroboration */
            target: string;
        };
        /**
         * @description A country (ISO 3166-1 alpha-3)
         * @enum {string}
         */
        Country: "ABW" | "AFG" | "AGO" | "AIA" | "ALA" | "ALB" | "AND" | "ARE" | "ARG" | "ARM" | "ASM" | "ATA" | "ATF" | "ATG" | "AUS" | "AUT" | "AZE" | "BDI" | "BEL" | "BEN" | "BES" | "BFA" | "BGD" | "BGR" | "BHR" | "BHS" | "BIH" | "BLM" | "BLR" | "BLZ" | "BMU" | "BOL" | "BRA" | "BRB" | "BRN" | "BTN" | "BVT" | "BWA" | "CAF" | "CAN" | "CCK" | "CHE" | "CHL" | "CHN" | "CIV" | "CMR" | "COD" | "COG" | "COK" | "COL" | "COM" | "CPV" | "CRI" | "CUB" | "CUW" | "CXR" | "CYM" | "CYP" | "CZE" | "DEU" | "DJI" | "DMA" | "DNK" | "DOM" | "DZA" | "ECU" | "EGY" | "ERI" | "ESH" | "ESP" | "EST" | "ETH" | "FIN" | "FJI" | "FLK" | "FRA" | "FRO" | "FSM" | "GAB" | "GBR" | "GEO" | "GGY" | "GHA" | "GIB" | "GIN" | "GLP" | "GMB" | "GNB" | "GNQ" | "GRC" | "GRD" | "GRL" | "GTM" | "GUF" | "GUM" | "GUY" | "HKG" | "HMD" | "HND" | "HRV" | "HTI" | "HUN" | "IDN" | "IMN" | "IND" | "IOT" | "IRL" | "IRN" | "IRQ" | "ISL" | "ISR" | "ITA" | "JAM" | "JEY" | "JOR" | "JPN" | "KAZ" | "KEN" | "KGZ" | "KHM" | "KIR" | "KNA" | "KOR" | "KWT" | "LAO" | "LBN" | "LBR" | "LBY" | "LCA" | "LIE" | "LKA" | "LSO" | "LTU" | "LUX" | "LVA" | "MAC" | "MAF" | "MAR" | "MCO" | "MDA" | "MDG" | "MDV" | "MEX" | "MHL" | "MKD" | "MLI" | "MLT" | "MMR" | "MNE" | "MNG" | "MNP" | "MOZ" | "MRT" | "MSR" | "MTQ" | "MUS" | "MWI" | "MYS" | "MYT" | "NAM" | "NCL" | "NER" | "NFK" | "NGA" | "NIC" | "NIU" | "NLD" | "NOR" | "NPL" | "NRU" | "NZL" | "OMN" | "PAK" | "PAN" | "PCN" | "PER" | "PHL" | "PLW" | "PNG" | "POL" | "PRI" | "PRK" | "PRT" | "PRY" | "PSE" | "PYF" | "QAT" | "REU" | "ROU" | "RUS" | "RWA" | "SAU" | "SDN" | "SEN" | "SGP" | "SGS" | "SHN" | "SJM" | "SLB" | "SLE" | "SLV" | "SMR" | "SOM" | "SPM" | "SRB" | "SSD" | "STP" | "SUR" | "SVK" | "SVN" | "SWE" | "SWZ" | "SXM" | "SYC" | "SYR" | "TCA" | "TCD" | "TGO" | "THA" | "TJK" | "TKL" | "TKM" | "TLS" | "TON" | "TTO" | "TUN" | "TUR" | "TUV" | "TWN" | "TZA" | "UGA" | "UKR" | "UMI" | "URY" | "USA" | "UZB" | "VAT" | "VCT" | "VEN" | "VGB" | "VIR" | "VNM" | "VUT" | "WLF" | "WSM" | "YEM" | "ZAF" | "ZMB" | "ZWE";
        /** @description A job that was given up after all retries */
        DeadLetter: {
            attempts: number;
            error: string;
            failedAt: string | null;
            id: string;
            /** @enum {string} */
            queue: "briefs" | "digests" | "sweep";
            story: string | null;
        };
        /** @description Something that expires or is due */
        Deadline: {
            date: components["schemas"]["ReducedDate"];
            /** @description Whole days in UTC until its last day; negative once that has passed */
            daysLeft: number;
            /** @description The fact that opened the plan; null for what expires */
            event: string | null;
            /** @description What became of the plan; null for what expires */
            fate: ("open" | "due" | "fulfilled" | "superseded" | "withdrawn") | null;
            /** @enum {string} */
            kind: "expires" | "due" | "scheduled";
            /** @description The fact that settled the plan */
            settledBy: string | null;
            /**
             * @description `upcoming`: its date has not passed; `overdue`: it has, and of the plan nothing was reported; `settled`: the plan was carried out, replaced or dropped, or what was to expire has expired
             * @enum {string}
             */
            state: "upcoming" | "overdue" | "settled";
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            view: string;
            what: string;
        };
        /** @description A line of NDJSON: an item, with the clocks at which it was read */
        DeadlineLine: components["schemas"]["DeadlineLineItem"] | components["schemas"]["BrokenOff"];
        DeadlineLineItem: {
            clocks: components["schemas"]["Clocks"];
            date: components["schemas"]["ReducedDate"];
            /** @description Whole days in UTC until its last day; negative once that has passed */
            daysLeft: number;
            /** @description The fact that opened the plan; null for what expires */
            event: string | null;
            /** @description What became of the plan; null for what expires */
            fate: ("open" | "due" | "fulfilled" | "superseded" | "withdrawn") | null;
            /** @enum {string} */
            kind: "expires" | "due" | "scheduled";
            /** @description The fact that settled the plan */
            settledBy: string | null;
            /**
             * @description `upcoming`: its date has not passed; `overdue`: it has, and of the plan nothing was reported; `settled`: the plan was carried out, replaced or dropped, or what was to expire has expired
             * @enum {string}
             */
            state: "upcoming" | "overdue" | "settled";
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            view: string;
            what: string;
        };
        Deadlines: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["Deadline"][];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        DealProgressReportedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description The deal */
                deal: components["schemas"]["Slug"];
                /** @description Who negotiates it */
                parties: components["schemas"]["Party"][];
                /** @description How far it has come */
                status: components["schemas"]["DealStatus"];
                /** @description What it is about */
                subject?: components["schemas"]["Text"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "DealProgressReported";
        };
        DealsCell: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: components["schemas"]["DealStatus"] | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "deals";
        };
        DealsCellAt: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: components["schemas"]["DealStatus"] | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "deals";
        };
        /** @description One subject of the view deals. Deals in the making: between whom, on what, and how far they have come */
        DealsItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                status: components["schemas"]["DealStatus"];
                subject: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "deals";
        };
        DealsItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                status: components["schemas"]["DealStatus"];
                subject: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "deals";
        };
        DealsItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                status: components["schemas"]["DealStatus"];
                subject: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "deals";
        };
        DealsItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                status: components["schemas"]["DealStatus"];
                subject: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "deals";
        };
        /**
         * @description How far a deal has come
         * @enum {string}
         */
        DealStatus: "exploring" | "negotiating" | "near_final" | "agreed" | "stalled" | "collapsed";
        DelegationNamedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who leads it */
                lead: components["schemas"]["Person"];
                /** @description Who else belongs to it */
                members?: components["schemas"]["Person"][];
                /** @description Whose delegation */
                party: components["schemas"]["Party"];
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "DelegationNamed";
        };
        /** @description The facts of a period, their changes, and later corrections */
        Digest: {
            /** @description Its first day */
            from: string;
            headline: string;
            /** @enum {string} */
            kind: "day" | "week" | "month";
            /** @description `2025-10-26`, `2025-W43` or `2025-10` */
            period: string;
            /** @description Only sections that have a sentence */
            sections: components["schemas"]["Section"][];
            /** @description Its last day */
            to: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
        };
        Digests: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["Digest"][];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description Where sources disagree: the winner first */
        Dispute: {
            /** @description The values and their sources: the winner first, then the latest 49 others */
            candidates: {
                /** @description How many there are, listed or not */
                counts: {
                    events: number;
                    publishers: number;
                };
                /** @description The first event that gives the value, and the latest 49 others */
                events: string[];
                occurredAt: components["schemas"]["ReducedDate"];
                publishers: string[];
                value: unknown;
            }[];
            /** @description How many there are, listed or not */
            counts: {
                candidates: number;
            };
            /** @description False once the dispute has been settled */
            open: boolean;
            property: string;
            /**
             * @description Sources give different values, or different dates for the same value
             * @enum {string}
             */
            reason: "value" | "date";
        };
        /** @description A line of NDJSON: an item, with the clocks at which it was read */
        DisputeLine: components["schemas"]["DisputeLineItem"] | components["schemas"]["BrokenOff"];
        DisputeLineItem: {
            /** @description The values and their sources: the winner first, then the latest 49 others */
            candidates: {
                /** @description How many there are, listed or not */
                counts: {
                    events: number;
                    publishers: number;
                };
                /** @description The first event that gives the value, and the latest 49 others */
                events: string[];
                occurredAt: components["schemas"]["ReducedDate"];
                publishers: string[];
                value: unknown;
            }[];
            clocks: components["schemas"]["Clocks"];
            /** @description How many there are, listed or not */
            counts: {
                candidates: number;
            };
            /** @description False once the dispute has been settled */
            open: boolean;
            property: string;
            /**
             * @description Sources give different values, or different dates for the same value
             * @enum {string}
             */
            reason: "value" | "date";
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            view: string;
        };
        /** @description A disagreement of sources about a subject: the winner first */
        DisputeOfSubject: {
            /** @description The values and their sources: the winner first, then the latest 49 others */
            candidates: {
                /** @description How many there are, listed or not */
                counts: {
                    events: number;
                    publishers: number;
                };
                /** @description The first event that gives the value, and the latest 49 others */
                events: string[];
                occurredAt: components["schemas"]["ReducedDate"];
                publishers: string[];
                value: unknown;
            }[];
            /** @description How many there are, listed or not */
            counts: {
                candidates: number;
            };
            /** @description False once the dispute has been settled */
            open: boolean;
            property: string;
            /**
             * @description Sources give different values, or different dates for the same value
             * @enum {string}
             */
            reason: "value" | "date";
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            view: string;
        };
        Disputes: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["DisputeOfSubject"][];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description What would change; nothing is stored */
        DryRun: {
            /** @description How the board would change */
            changes: components["schemas"]["Change"][];
            /** @description The accounts that the request corrects, before and after; left out where it corrects none */
            corrections?: components["schemas"]["CorrectedAccount"][];
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            hints: components["schemas"]["Hints"];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description What the timeline would say of the fact of each event, in the order of the request: for an event about an event, of the fact that this is about. null: no account of the fact would count */
            sentences: (string | null)[];
            /** @description The version that the story has, as If-Match takes it: a request with it is recorded only if nothing has come in between. null: the events are of several stories, or open one */
            version: number | null;
        };
        /** @description The reason of an erasure, which stays */
        Erasure: {
            /** @description Why: a claim of the publisher, a court order */
            reason: components["schemas"]["Text"];
        };
        /** @description An event as the log has it */
        Event: {
            certainty?: components["schemas"]["Certainty"];
            contentHash: string;
            data: {
                [key: string]: unknown;
            };
            hash: string;
            id: string;
            occurredAt?: components["schemas"]["ReducedDate"];
            position: number;
            recordedAt: string;
            /** @description The name of the key that recorded it */
            recordedBy: string;
            /** @description When its source was published */
            reportedAt?: components["schemas"]["ReducedDate"];
            /** @description The last position of its request, whose events become known at once */
            requestEnd: number;
            /** @description Of the data as they were recorded; here they have the current schema */
            schemaVersion: number;
            source?: components["schemas"]["StoredSource"];
            story: string;
            type: string;
            version: number;
        };
        EventCorrectedEvent: {
            data: {
                /** @description How sure the source is */
                certainty?: components["schemas"]["Certainty"];
                /** @description Its corrected data, complete, as the target’s type defines them */
                data?: components["schemas"]["JsonObject"];
                /** @description When it happened */
                occurredAt?: components["schemas"]["ReducedDate"];
                /** @description When the source of the account was published */
                publishedAt?: components["schemas"]["ReducedDate"];
                /** @description What was wrong */
                reason: components["schemas"]["Text"];
                /** @description The event that is corrected: a fact, or one account of it */
                target: components["schemas"]["EventId"];
            } | unknown | unknown | unknown | unknown;
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description Where it was read */
            source?: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story?: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "EventCorrected";
        };
        EventCorroboratedEvent: {
            data: {
                /** @description How sure this source is */
                certainty?: components["schemas"]["Certainty"];
                /** @description The data of the fact according to this source, complete, as the target’s type defines them */
                data?: components["schemas"]["JsonObject"];
                /** @description When it happened, according to this source */
                occurredAt?: components["schemas"]["ReducedDate"];
                /** @description The fact that it reports */
                target: components["schemas"]["EventId"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story?: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "EventCorroborated";
        };
        /** @description An event, with later accounts, corrections and retractions */
        EventDetail: {
            /** @description The accounts of the fact: the winning one first, then the latest 49 others; none where it was retracted */
            accounts: components["schemas"]["Account"][];
            certainty?: components["schemas"]["Certainty"];
            contentHash: string;
            /** @description The latest of the fact and its accounts; for a corroboration, only of its account */
            corrections: components["schemas"]["CorrectionMade"][];
            /** @description How many there are, listed or not */
            counts: {
                accounts: number;
                corrections: number;
                retractions: number;
            };
            data: {
                [key: string]: unknown;
            };
            hash: string;
            id: string;
            occurredAt?: components["schemas"]["ReducedDate"];
            position: number;
            /** @description The hash of the event before it; null for the first */
            previousHash: string | null;
            recordedAt: string;
            /** @description The name of the key that recorded it */
            recordedBy: string;
            /** @description When its source was published */
            reportedAt?: components["schemas"]["ReducedDate"];
            /** @description The last position of its request, whose events become known at once */
            requestEnd: number;
            /** @description The latest of the fact and its accounts; for a corroboration, only of its account */
            retractions: components["schemas"]["RetractionMade"][];
            /** @description Of the data as they were recorded; here they have the current schema */
            schemaVersion: number;
            /** @description Its fact in words, from the accounts that count; null where no account had been published */
            sentence: string | null;
            source?: components["schemas"]["StoredSource"];
            /** @description false: the event, or its fact, has been retracted */
            stands: boolean;
            story: string;
            type: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            version: number;
        };
        /**
         * Format: uuid
         * @description Id of an event: a UUID
         */
        EventId: string;
        EventRetractedEvent: {
            data: {
                /** @description Why */
                reason: components["schemas"]["Text"];
                /** @description The event that is withdrawn: a fact, or one account of it */
                target: components["schemas"]["EventId"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description Where it was read */
            source?: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story?: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "EventRetracted";
        };
        Events: {
            clocks: components["schemas"]["Clocks"];
            items: components["schemas"]["Event"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description An event type of the catalogue */
        EventType: {
            /**
             * @description What such an event is about: the world, the story itself, or another event
             * @enum {string}
             */
            about: "world" | "story" | "event";
            description: string;
            /** @description Valid data */
            example: {
                [key: string]: unknown;
            };
            /** @description JSON Schema 2020-12 of what may be sent as `data` */
            schema: {
                [key: string]: unknown;
            };
            /**
             * @description Whether such an event must name a source
             * @enum {string}
             */
            source: "required" | "optional";
            type: string;
            /** @description Schema version of its data */
            version: number;
        };
        EventTypes: {
            items: components["schemas"]["EventType"][];
            next: null;
        };
        /** @description An event as it can be posted again, and its place in the log, which an import ignores */
        ExportedEvent: {
            certainty?: components["schemas"]["Certainty"];
            data: {
                [key: string]: unknown;
            };
            id: string;
            occurredAt?: components["schemas"]["ReducedDate"];
            position: number;
            recordedAt: string;
            recordedBy: string;
            source?: components["schemas"]["ExportedSource"];
            story: string;
            type: string;
            version: number;
        };
        /** @description A line of an export: an event, or an article before the first event that cites it */
        ExportedLine: components["schemas"]["ExportedEvent"] | {
            article: components["schemas"]["ImportedArticle"];
        } | {
            error: {
                code: string;
                detail: string;
            };
        };
        /** @description Where the fact was reported */
        ExportedSource: {
            /** @description The id of an article. A source without one has a url and a publisher */
            article?: string;
            attributedTo?: string;
            headline?: string;
            publishedAt?: components["schemas"]["ReducedDate"];
            publisher?: string;
            quote?: string;
            quoteEnd?: number;
            /** @description Where the quote begins in the body of the article, in UTF-16 code units */
            quoteStart?: number;
            /**
             * @description The source was never checked against the text of the article. Then publisher, publishedAt and headline are as the client sent them
             * @constant
             */
            unverified?: true;
            url?: string;
        };
        /** @description A fact at the requested point of the clocks */
        Fact: {
            certainty: components["schemas"]["Certainty"];
            /** @description The latest 50 */
            corrected?: {
                event: string;
                reason: string;
                recordedAt: string;
            }[];
            /** @description How many sources and corrections there are, listed or not */
            counts: {
                corrected: number;
                sources: number;
            };
            data: {
                [key: string]: unknown;
            };
            id: string;
            occurredAt: components["schemas"]["ReducedDate"];
            position: number;
            /**
             * @description A later revision of an article no longer has the quote that one of the listed sources cites. Revisions count that were filed by `recordedAsOf` and published by `reportedAsOf`. Given in timelines and lists of facts
             * @constant
             */
            quoteDropped?: true;
            recordedAt: string;
            /** @description When the source of the winning account published it */
            reportedAt: components["schemas"]["ReducedDate"] | null;
            retracted?: {
                event: string;
                reason: string;
                recordedAt: string;
            };
            /** @description It calls what it is about by the title that this has at the point of the clocks */
            sentence: string;
            /** @description The sources of its accounts: that of the winning account first, then the latest 49 others */
            sources: components["schemas"]["FactSource"][];
            story: string;
            type: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
        };
        /** @description A line of NDJSON: an item, with the clocks at which it was read */
        FactLine: components["schemas"]["FactLineItem"] | components["schemas"]["BrokenOff"];
        FactLineItem: {
            certainty: components["schemas"]["Certainty"];
            clocks: components["schemas"]["Clocks"];
            /** @description The latest 50 */
            corrected?: {
                event: string;
                reason: string;
                recordedAt: string;
            }[];
            /** @description How many sources and corrections there are, listed or not */
            counts: {
                corrected: number;
                sources: number;
            };
            data: {
                [key: string]: unknown;
            };
            id: string;
            occurredAt: components["schemas"]["ReducedDate"];
            position: number;
            /**
             * @description A later revision of an article no longer has the quote that one of the listed sources cites. Revisions count that were filed by `recordedAsOf` and published by `reportedAsOf`. Given in timelines and lists of facts
             * @constant
             */
            quoteDropped?: true;
            recordedAt: string;
            /** @description When the source of the winning account published it */
            reportedAt: components["schemas"]["ReducedDate"] | null;
            retracted?: {
                event: string;
                reason: string;
                recordedAt: string;
            };
            /** @description It calls what it is about by the title that this has at the point of the clocks */
            sentence: string;
            /** @description The sources of its accounts: that of the winning account first, then the latest 49 others */
            sources: components["schemas"]["FactSource"][];
            story: string;
            type: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
        };
        Facts: {
            clocks: components["schemas"]["Clocks"];
            items: components["schemas"]["Fact"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description One source’s account of a fact */
        FactSource: {
            article: string | null;
            attributedTo: string | null;
            certainty: components["schemas"]["Certainty"];
            /** @description The event that gave the account: the fact itself, or a corroboration */
            event: string;
            headline: string | null;
            occurredAt: components["schemas"]["ReducedDate"];
            publishedAt: components["schemas"]["ReducedDate"] | null;
            publisher: string | null;
            quote: string | null;
            /** @description The latest later revision of the article, where it no longer has the quote */
            quoteDroppedIn?: {
                article: string;
                revision: number;
            };
            quoteEnd: number | null;
            /** @description The start of the quote in the body of the article, in UTF-16 units */
            quoteStart: number | null;
            /**
             * @description Neither the quote nor the details of the article were checked: its text is missing, or does not confirm them
             * @constant
             */
            unverified?: true;
            url: string | null;
        };
        /** @description A step of a replay */
        Frame: {
            changes: components["schemas"]["Change"][];
            event: components["schemas"]["Fact"];
        } | {
            changes: components["schemas"]["Change"][];
            event: components["schemas"]["Event"];
            /** @description In the order of the press: the instant from which the event counts; null: its source has no date, so it counts only without a bound; absent: it has no source and counts from the beginning */
            publishedBy?: string | null;
        } | {
            at: string;
            changes: components["schemas"]["Change"][];
        } | {
            board: components["schemas"]["Board"];
        } | {
            error: {
                code: string;
                detail: string;
            };
        };
        /** @description One build of a view from the log */
        Generation: {
            changedAt: string;
            error: {
                message: string;
                position: number;
                subject: string | null;
            } | null;
            /** @description It belongs to a view, or a version, that this server does not have: another program keeps it */
            foreign: boolean;
            /** @description The first 50 of its subjects that are halted */
            haltedSubjects: components["schemas"]["SubjectAside"][];
            id: number;
            /** @description How many events of the log it does not include yet */
            lag: number;
            /** @description How many more subjects are halted; absent: none */
            moreHaltedSubjects?: number;
            /** @description The last position that it includes */
            position: number;
            /** @description Of a build: the part of the log that is included */
            progress: number | null;
            startedAt: string;
            /**
             * @description halted: the code of the view failed, and the generation stays at its position; failed: the same in a build, while the active generation goes on
             * @enum {string}
             */
            status: "active" | "building" | "halted" | "failed";
            version: number;
            view: string;
        };
        /** @description A subject that is halted, and why; an admin can request a retry */
        HaltedSubject: {
            reason: string;
            subject: string;
            view: string;
        };
        /** @description What an editor should check */
        Hints: {
            /** @description Fields that corrected data had and no longer have; left out where there are none */
            droppedFields?: {
                /** @description The corrected event */
                event: string;
                /** @description JSON Pointers into its data */
                fields: string[];
            }[];
            /** @description Pointers to the data of new withdrawals of tariff plans that settle no plan: none that is open or due agrees with all that they name; left out where there are none */
            idleWithdrawals?: string[];
            /** @description Subjects that no fact has named before: something new, or a wrong name */
            newSubjects: {
                subject: string;
                view: string;
            }[];
            /** @description Facts of the same type and subject within 7 days: the new events may be other accounts of them */
            similar: string[];
            /** @description Pointers to sources of new events that have no date of publication, none from their article either; absent: none. As of an earlier date of publication these events do not count. A correction with `publishedAt` gives the date */
            undated?: string[];
        };
        History: {
            clocks: components["schemas"]["Clocks"];
            items: components["schemas"]["HistoryStep"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description One subject of a view, as it was from a date on */
        HistoryStep: components["schemas"]["DealsItemStep"] | components["schemas"]["MeetingsItemStep"] | components["schemas"]["RestrictionsItemStep"] | components["schemas"]["StoriesItemStep"] | components["schemas"]["SummitsItemStep"] | components["schemas"]["TalksItemStep"] | components["schemas"]["TariffsItemStep"] | components["schemas"]["TrucesItemStep"] | components["schemas"]["VisitsItemStep"];
        /** @description One subject of a view, as it was from a date on */
        HistoryStepAt: components["schemas"]["DealsItemStepAt"] | components["schemas"]["MeetingsItemStepAt"] | components["schemas"]["RestrictionsItemStepAt"] | components["schemas"]["StoriesItemStepAt"] | components["schemas"]["SummitsItemStepAt"] | components["schemas"]["TalksItemStepAt"] | components["schemas"]["TariffsItemStepAt"] | components["schemas"]["TrucesItemStepAt"] | components["schemas"]["VisitsItemStepAt"];
        HostilitiesReportedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description What happened */
                description?: components["schemas"]["Text"];
                /** @description Between whom */
                parties: components["schemas"]["Party"][];
                /** @description Where */
                place?: components["schemas"]["Place"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "HostilitiesReported";
        };
        /** @description A length of time in hours */
        Hours: number;
        /** @description A line of the answer to an import */
        Imported: {
            /** @description How many lines had been stored before */
            duplicates: number;
            /** @description How many lines were stored */
            imported: number;
            /** @description The last position of their events; 0 while there are none */
            position: number;
        } | {
            error: {
                code: string;
                detail: string;
                /** @description JSON Pointers into the line */
                errors: {
                    detail: string;
                    pointer: string;
                }[];
                /** @description The number of the line, from 1; empty lines count */
                line: number;
            };
        };
        /** @description An article in a line of an import or an export */
        ImportedArticle: {
            /** @description The text. With an admin’s key the sha256 can be given in its place; quotes are then not checked */
            body?: string;
            byline?: components["schemas"]["Text"];
            /** @description Only with an admin’s key: why the text was erased */
            erased?: components["schemas"]["Text"];
            headline: components["schemas"]["Text"];
            /** @description The id of an article: a UUID */
            id?: components["schemas"]["EventId"];
            /** @description BCP 47, as in en or pt-BR */
            language?: string;
            /** @description As precisely as known; missing: unknown */
            publishedAt?: components["schemas"]["ReducedDate"];
            publisher: components["schemas"]["Text"];
            /** @description Only with an admin’s key: its number, where the url has no revision of that number yet */
            revision?: number;
            /** @description Of the body */
            sha256?: string;
            url: components["schemas"]["WebAddress"];
        } | unknown | unknown;
        /** @description A line of an import: an event, or an article that later lines cite */
        ImportLine: components["schemas"]["NewEvent"] | {
            article: components["schemas"]["ImportedArticle"];
        };
        /** @description One subject of a view */
        Item: components["schemas"]["DealsItem"] | components["schemas"]["MeetingsItem"] | components["schemas"]["RestrictionsItem"] | components["schemas"]["StoriesItem"] | components["schemas"]["SummitsItem"] | components["schemas"]["TalksItem"] | components["schemas"]["TariffsItem"] | components["schemas"]["TrucesItem"] | components["schemas"]["VisitsItem"];
        /** @description One subject of a view, at the requested point of the clocks */
        ItemAt: components["schemas"]["DealsItemAt"] | components["schemas"]["MeetingsItemAt"] | components["schemas"]["RestrictionsItemAt"] | components["schemas"]["StoriesItemAt"] | components["schemas"]["SummitsItemAt"] | components["schemas"]["TalksItemAt"] | components["schemas"]["TariffsItemAt"] | components["schemas"]["TrucesItemAt"] | components["schemas"]["VisitsItemAt"];
        /** @description The beginning of the history of a subject */
        ItemHistory: {
            /** @description Whether the history has further steps */
            more: boolean;
            /** @description As in its history, oldest first */
            steps: components["schemas"]["HistoryStep"][];
            subject: string;
        };
        /** @description A line of NDJSON: an item, with the clocks at which it was read */
        ItemLine: components["schemas"]["ItemAt"] | components["schemas"]["BrokenOff"];
        Items: {
            clocks: components["schemas"]["Clocks"];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            /** @description With `include=history`: the history of each item, in the order of the items */
            histories?: components["schemas"]["ItemHistory"][];
            items: components["schemas"]["Item"][];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description An object in the form of the target’s data */
        JsonObject: Record<string, never>;
        /** @description A key without its secret, of which only a digest is stored */
        Key: {
            createdAt: string;
            createdBy: string;
            /** @description When it expires; null: never */
            expiresAt: string | null;
            /** @description A part of the key itself: `dl_<id>_<secret>` */
            id: string;
            /** @description When it was last used, some seconds late; null: never */
            lastUsedAt: string | null;
            name: string;
            /** @description When it was revoked; null: it was not */
            revokedAt: string | null;
            /**
             * @description reader: reads; editor: also records events, files articles and reads their bodies; admin: also administers
             * @enum {string}
             */
            role: "reader" | "editor" | "admin";
            /** @description When it was given its current secret; null: it has its first */
            rotatedAt: string | null;
        };
        /** @description The change from one secret to the next */
        KeyRotation: {
            /**
             * @description How long the old secret is still accepted, at most a week
             * @default 0
             */
            overlapSeconds?: number;
        };
        Keys: {
            items: components["schemas"]["Key"][];
            next: string | null;
        };
        /** @description A story, with what was to be included */
        ListedStory: {
            /** @description When its latest event was recorded */
            changedAt: string;
            /** @description The first of the deadlines of its board; null where there is none: with `include=deadline` */
            deadline?: components["schemas"]["Deadline"] | null;
            /** @description How many open disputes its subjects have: with `include=disputes` */
            disputes?: number;
            /** @description Of its brief, as that is kept or built: with `include=headline` */
            headline?: string;
            parties: components["schemas"]["Party"][];
            /** @description The position of its latest event */
            position: number;
            slug: string;
            /** @enum {string} */
            status: "open" | "closed";
            summary: string | null;
            title: string;
            topics: string[];
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /** @description How many events it has. If-Match compares it */
            version: number;
        };
        /** @description The head of the log. Noted elsewhere, it later proves that the log was not cut off */
        LogHead: {
            /** @description By how much the time of the log is ahead of the clock; 0 normally */
            aheadOfClockMs: number;
            /** @description sha256, hex */
            hash: string;
            /** @description The last position; 0 on an empty log */
            position: number;
            recordedAt: string | null;
        };
        /** @description A new key, with its secret */
        MadeKey: {
            createdAt: string;
            createdBy: string;
            /** @description When it expires; null: never */
            expiresAt: string | null;
            /** @description A part of the key itself: `dl_<id>_<secret>` */
            id: string;
            /** @description What the holder sends. Shown only this once */
            key: string;
            /** @description When it was last used, some seconds late; null: never */
            lastUsedAt: string | null;
            name: string;
            /** @description When it was revoked; null: it was not */
            revokedAt: string | null;
            /**
             * @description reader: reads; editor: also records events, files articles and reads their bodies; admin: also administers
             * @enum {string}
             */
            role: "reader" | "editor" | "admin";
            /** @description When it was given its current secret; null: it has its first */
            rotatedAt: string | null;
        };
        /** @description A fact as a mark on an axis of time: its places on the clocks, and how it stands */
        Mark: {
            certainty: components["schemas"]["Certainty"];
            corrected: boolean;
            id: string;
            occurredAt: components["schemas"]["ReducedDate"];
            position: number;
            recordedAt: string;
            /** @description When the source of the winning account published it */
            reportedAt: components["schemas"]["ReducedDate"] | null;
            /** @description The last position of its request, whose events became known at once */
            requestEnd: number;
            retracted: boolean;
            type: string;
        };
        /** @description A line of NDJSON: an item, with the clocks at which it was read */
        MarkLine: components["schemas"]["MarkLineItem"] | components["schemas"]["BrokenOff"];
        MarkLineItem: {
            certainty: components["schemas"]["Certainty"];
            clocks: components["schemas"]["Clocks"];
            corrected: boolean;
            id: string;
            occurredAt: components["schemas"]["ReducedDate"];
            position: number;
            recordedAt: string;
            /** @description When the source of the winning account published it */
            reportedAt: components["schemas"]["ReducedDate"] | null;
            /** @description The last position of its request, whose events became known at once */
            requestEnd: number;
            retracted: boolean;
            type: string;
        };
        Marks: {
            clocks: components["schemas"]["Clocks"];
            items: components["schemas"]["Mark"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        MeetingCancelledEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description The meeting */
                meeting: components["schemas"]["Slug"];
                /** @description Who was to meet */
                participants?: components["schemas"]["Person"][];
                /** @description Where it was to be */
                place?: components["schemas"]["Place"];
                /** @description Why */
                reason?: components["schemas"]["Text"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MeetingCancelled";
        };
        MeetingHeldEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description The meeting */
                meeting: components["schemas"]["Slug"];
                /** @description Who met */
                participants?: components["schemas"]["Person"][];
                /** @description Where */
                place?: components["schemas"]["Place"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MeetingHeld";
        };
        MeetingsCell: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            scheduledFor: components["schemas"]["ReducedDate"] | null;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("scheduled" | "held" | "cancelled") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "meetings";
        };
        MeetingsCellAt: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            scheduledFor: components["schemas"]["ReducedDate"] | null;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("scheduled" | "held" | "cancelled") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "meetings";
        };
        MeetingScheduledEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description The meeting */
                meeting: components["schemas"]["Slug"];
                /** @description On what occasion */
                occasion?: components["schemas"]["Text"];
                /** @description Who is to meet */
                participants: components["schemas"]["Person"][];
                /** @description Where */
                place?: components["schemas"]["Place"];
                /** @description For when */
                scheduledFor?: components["schemas"]["ReducedDate"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MeetingScheduled";
        };
        /** @description One subject of the view meetings. Meetings: who meets, when and where, and whether it took place; a planned one counts as held only by a later fact */
        MeetingsItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                occasion: components["schemas"]["Text"] | null;
                participants: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "scheduled";
                    settledBy: string | null;
                }[];
                scheduledFor: components["schemas"]["ReducedDate"] | null;
                /** @enum {string} */
                status: "scheduled" | "held" | "cancelled";
                title: components["schemas"]["Text"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "meetings";
        };
        MeetingsItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                occasion: components["schemas"]["Text"] | null;
                participants: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "scheduled";
                    settledBy: string | null;
                }[];
                scheduledFor: components["schemas"]["ReducedDate"] | null;
                /** @enum {string} */
                status: "scheduled" | "held" | "cancelled";
                title: components["schemas"]["Text"] | null;
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "meetings";
        };
        MeetingsItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                occasion: components["schemas"]["Text"] | null;
                participants: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "scheduled";
                    settledBy: string | null;
                }[];
                scheduledFor: components["schemas"]["ReducedDate"] | null;
                /** @enum {string} */
                status: "scheduled" | "held" | "cancelled";
                title: components["schemas"]["Text"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "meetings";
        };
        MeetingsItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                occasion: components["schemas"]["Text"] | null;
                participants: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "scheduled";
                    settledBy: string | null;
                }[];
                scheduledFor: components["schemas"]["ReducedDate"] | null;
                /** @enum {string} */
                status: "scheduled" | "held" | "cancelled";
                title: components["schemas"]["Text"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "meetings";
        };
        MilestoneReportedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Whom it concerns */
                parties?: components["schemas"]["Party"][];
                /** @description The sentence, as the timeline shows it */
                text: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "MilestoneReported";
        };
        /** @description An article to file */
        NewArticle: {
            /** @description The text exactly as it was published, at most 1 MiB in UTF-8 */
            body: string;
            byline?: components["schemas"]["Text"];
            headline: components["schemas"]["Text"];
            /** @description BCP 47, as in en or pt-BR */
            language?: string;
            /** @description As precisely as known; missing: unknown */
            publishedAt?: components["schemas"]["ReducedDate"];
            publisher: components["schemas"]["Text"];
            url: components["schemas"]["WebAddress"];
        };
        /** @description The date of publication of an article */
        NewArticleCorrection: {
            /** @description When the article was really published, as precisely as known */
            publishedAt: components["schemas"]["ReducedDate"];
            /** @description What was wrong */
            reason: components["schemas"]["Text"];
        };
        /** @description A CloudEvent 1.0, structured */
        NewCloudEvent: {
            /** @description The event as it is posted; fields of the attributes may be left out */
            data: {
                [key: string]: unknown;
            };
            datacontenttype?: string;
            dataschema?: string;
            /** @description The id of the event where it is a UUID; else the id is derived from it and `source` */
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            /** @description The slug of the story */
            subject?: string;
            /** @description When it happened, where the data have no date */
            time?: string;
            /** @description `dateline.` and the event type */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A correction: each given field replaces the whole of that field */
        NewCorrection: {
            /** @description How sure the source is */
            certainty?: components["schemas"]["Certainty"];
            /** @description Its corrected data, complete, as the target’s type defines them */
            data?: components["schemas"]["JsonObject"];
            /** @description When it happened */
            occurredAt?: components["schemas"]["ReducedDate"];
            /** @description When the source of the account was published */
            publishedAt?: components["schemas"]["ReducedDate"];
            /** @description What was wrong */
            reason: components["schemas"]["Text"];
            source?: components["schemas"]["Source"];
        } | unknown | unknown | unknown | unknown;
        /** @description A correction that names only what changes in the data; every other field replaces the whole field */
        NewCorrectionPatch: {
            /** @description How sure the source is */
            certainty?: components["schemas"]["Certainty"];
            /** @description A merge patch (RFC 7396) of the data as they stand: null removes a field, what is not named stays */
            data?: components["schemas"]["JsonObject"];
            /** @description When it happened */
            occurredAt?: components["schemas"]["ReducedDate"];
            /** @description When the source of the account was published */
            publishedAt?: components["schemas"]["ReducedDate"];
            /** @description What was wrong */
            reason: components["schemas"]["Text"];
            source?: components["schemas"]["Source"];
        } | unknown | unknown | unknown;
        /** @description A further source, and where its account differs */
        NewCorroboration: {
            /** @description How sure this source is */
            certainty?: components["schemas"]["Certainty"];
            /** @description The data of the fact according to this source, complete, as the target’s type defines them */
            data?: components["schemas"]["JsonObject"];
            /** @description When it happened, according to this source */
            occurredAt?: components["schemas"]["ReducedDate"];
            source: components["schemas"]["Source"];
        };
        /** @description An event of the catalogue */
        NewEvent: components["schemas"]["AccordSignedEvent"] | components["schemas"]["DealProgressReportedEvent"] | components["schemas"]["DelegationNamedEvent"] | components["schemas"]["EventCorrectedEvent"] | components["schemas"]["EventCorroboratedEvent"] | components["schemas"]["EventRetractedEvent"] | components["schemas"]["HostilitiesReportedEvent"] | components["schemas"]["MeetingCancelledEvent"] | components["schemas"]["MeetingHeldEvent"] | components["schemas"]["MeetingScheduledEvent"] | components["schemas"]["MilestoneReportedEvent"] | components["schemas"]["PurchaseCommittedEvent"] | components["schemas"]["RestrictionImposedEvent"] | components["schemas"]["RestrictionLiftedEvent"] | components["schemas"]["RestrictionSuspendedEvent"] | components["schemas"]["StatementMadeEvent"] | components["schemas"]["StoryClosedEvent"] | components["schemas"]["StoryOpenedEvent"] | components["schemas"]["SummitClosedEvent"] | components["schemas"]["SummitOpenedEvent"] | components["schemas"]["TalksAnnouncedEvent"] | components["schemas"]["TalksCancelledEvent"] | components["schemas"]["TalksConcludedEvent"] | components["schemas"]["TalksResumedEvent"] | components["schemas"]["TalksSessionHeldEvent"] | components["schemas"]["TalksStartedEvent"] | components["schemas"]["TariffAnnouncedEvent"] | components["schemas"]["TariffChangedEvent"] | components["schemas"]["TariffLiftedEvent"] | components["schemas"]["TariffPlanWithdrawnEvent"] | components["schemas"]["TariffSuspendedEvent"] | components["schemas"]["TariffThreatenedEvent"] | components["schemas"]["TopicDiscussedEvent"] | components["schemas"]["TruceAgreedEvent"] | components["schemas"]["TruceBrokenEvent"] | components["schemas"]["TruceEndedEvent"] | components["schemas"]["TruceExtendedEvent"] | components["schemas"]["VisitCancelledEvent"] | components["schemas"]["VisitMadeEvent"] | components["schemas"]["VisitPlannedEvent"];
        /** @description A key to create */
        NewKey: {
            /**
             * Format: date-time
             * @description When the key expires; missing: never
             */
            expiresAt?: string;
            /** @description The holder, as events give it in `recordedBy`. A name is never given to a second key */
            name: components["schemas"]["Text"];
            /**
             * @description reader: reads; editor: also records events, files articles and reads their bodies; admin: also administers
             * @enum {string}
             */
            role: "reader" | "editor" | "admin";
        };
        /** @description Why the event no longer counts */
        NewRetraction: {
            /** @description Why */
            reason: components["schemas"]["Text"];
            source?: components["schemas"]["Source"];
        };
        /** @description A story to open */
        NewStory: {
            /** @description Parties that it is about */
            parties?: components["schemas"]["Party"][];
            slug: components["schemas"]["Slug"];
            /** @description What it is about, in a sentence or two */
            summary?: components["schemas"]["Text"];
            /** @description Headline of the story */
            title: components["schemas"]["Text"];
            /** @description Topics under which readers find it */
            topics?: components["schemas"]["Text"][];
        };
        /** @description A head of the log that was noted earlier */
        NotedHead: {
            /** @description sha256, hex */
            hash: string;
            position: number;
        };
        OpenedStory: {
            events: components["schemas"]["RecordedEvent"][];
            /** @description Parties that it is about */
            parties?: components["schemas"]["Party"][];
            /** @description The last position */
            position: number;
            slug: components["schemas"]["Slug"];
            /** @description What it is about, in a sentence or two */
            summary?: components["schemas"]["Text"];
            /** @description Headline of the story */
            title: components["schemas"]["Text"];
            /** @description Topics under which readers find it */
            topics?: components["schemas"]["Text"][];
        };
        /** @description Which one of a sequence, from 1 */
        Ordinal: number;
        /**
         * @description A country (ISO 3166-1 alpha-3) or one of EU, ASEAN, APEC, BRICS, G7, G20, WTO, WORLD
         * @enum {string}
         */
        Party: "ABW" | "AFG" | "AGO" | "AIA" | "ALA" | "ALB" | "AND" | "ARE" | "ARG" | "ARM" | "ASM" | "ATA" | "ATF" | "ATG" | "AUS" | "AUT" | "AZE" | "BDI" | "BEL" | "BEN" | "BES" | "BFA" | "BGD" | "BGR" | "BHR" | "BHS" | "BIH" | "BLM" | "BLR" | "BLZ" | "BMU" | "BOL" | "BRA" | "BRB" | "BRN" | "BTN" | "BVT" | "BWA" | "CAF" | "CAN" | "CCK" | "CHE" | "CHL" | "CHN" | "CIV" | "CMR" | "COD" | "COG" | "COK" | "COL" | "COM" | "CPV" | "CRI" | "CUB" | "CUW" | "CXR" | "CYM" | "CYP" | "CZE" | "DEU" | "DJI" | "DMA" | "DNK" | "DOM" | "DZA" | "ECU" | "EGY" | "ERI" | "ESH" | "ESP" | "EST" | "ETH" | "FIN" | "FJI" | "FLK" | "FRA" | "FRO" | "FSM" | "GAB" | "GBR" | "GEO" | "GGY" | "GHA" | "GIB" | "GIN" | "GLP" | "GMB" | "GNB" | "GNQ" | "GRC" | "GRD" | "GRL" | "GTM" | "GUF" | "GUM" | "GUY" | "HKG" | "HMD" | "HND" | "HRV" | "HTI" | "HUN" | "IDN" | "IMN" | "IND" | "IOT" | "IRL" | "IRN" | "IRQ" | "ISL" | "ISR" | "ITA" | "JAM" | "JEY" | "JOR" | "JPN" | "KAZ" | "KEN" | "KGZ" | "KHM" | "KIR" | "KNA" | "KOR" | "KWT" | "LAO" | "LBN" | "LBR" | "LBY" | "LCA" | "LIE" | "LKA" | "LSO" | "LTU" | "LUX" | "LVA" | "MAC" | "MAF" | "MAR" | "MCO" | "MDA" | "MDG" | "MDV" | "MEX" | "MHL" | "MKD" | "MLI" | "MLT" | "MMR" | "MNE" | "MNG" | "MNP" | "MOZ" | "MRT" | "MSR" | "MTQ" | "MUS" | "MWI" | "MYS" | "MYT" | "NAM" | "NCL" | "NER" | "NFK" | "NGA" | "NIC" | "NIU" | "NLD" | "NOR" | "NPL" | "NRU" | "NZL" | "OMN" | "PAK" | "PAN" | "PCN" | "PER" | "PHL" | "PLW" | "PNG" | "POL" | "PRI" | "PRK" | "PRT" | "PRY" | "PSE" | "PYF" | "QAT" | "REU" | "ROU" | "RUS" | "RWA" | "SAU" | "SDN" | "SEN" | "SGP" | "SGS" | "SHN" | "SJM" | "SLB" | "SLE" | "SLV" | "SMR" | "SOM" | "SPM" | "SRB" | "SSD" | "STP" | "SUR" | "SVK" | "SVN" | "SWE" | "SWZ" | "SXM" | "SYC" | "SYR" | "TCA" | "TCD" | "TGO" | "THA" | "TJK" | "TKL" | "TKM" | "TLS" | "TON" | "TTO" | "TUN" | "TUR" | "TUV" | "TWN" | "TZA" | "UGA" | "UKR" | "UMI" | "URY" | "USA" | "UZB" | "VAT" | "VCT" | "VEN" | "VGB" | "VIR" | "VNM" | "VUT" | "WLF" | "WSM" | "YEM" | "ZAF" | "ZMB" | "ZWE" | "EU" | "ASEAN" | "APEC" | "BRICS" | "G7" | "G20" | "WTO" | "WORLD";
        /** @description A rate in percent, 0 to 10,000, at most four decimals */
        Percent: number;
        /** @description A person by name, with role and party where known */
        Person: {
            /** @description Name, as a news desk writes it */
            name: components["schemas"]["Text"];
            /** @description For whom they act */
            party?: components["schemas"]["Party"];
            /** @description Title or office in which they act */
            role?: components["schemas"]["Text"];
            /** @description Their item in Wikidata */
            wikidata?: string;
        };
        /** @description A city or a venue by name, a country, or both: at least one */
        Place: {
            /** @description Country that it lies in */
            country?: components["schemas"]["Country"];
            /** @description City, region, building or craft */
            name?: components["schemas"]["Text"];
        };
        /** @description A refusal (RFC 9457) */
        Problem: {
            /** @enum {string} */
            code: "malformed-request" | "malformed-json" | "bad-parameter" | "bad-cursor" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "event-id-conflict" | "already-retracted" | "key-exists" | "key-ended" | "generation-kept" | "story-exists" | "version-mismatch" | "too-large" | "unsupported-media-type" | "invalid-event" | "invalid-request" | "unknown-type" | "unknown-story" | "story-closed" | "unknown-article" | "unknown-target" | "quote-not-found" | "idempotency-key-reused" | "rate-limited" | "headers-too-large" | "internal" | "unavailable";
            detail: string;
            /** @description What is wrong, and where: JSON Pointers into the body, or `/<name>` of a parameter */
            errors?: {
                detail: string;
                pointer: string;
                /** @description Where a word or a parameter is not known: the nearest that is */
                suggestion?: string;
            }[];
            /** @description The path of the request */
            instance: string;
            requestId: string;
            status: number;
            title: string;
            /** @description `urn:dateline:problem:<code>` */
            type: string;
            /** @description Of `version-mismatch`: the version that the story has, as If-Match takes it */
            version?: number;
        };
        /** @description The generations of the views */
        Projections: {
            /** @description The last position of the log */
            head: number;
            items: components["schemas"]["Generation"][];
            /** @description How many events they do not include yet */
            lag: number;
            /** @description The position of the active views */
            position: number;
        };
        PurchaseCommittedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who is to buy */
                buyer: components["schemas"]["Party"];
                /** @description By when */
                by?: components["schemas"]["ReducedDate"];
                /** @description What is to be bought */
                goods: components["schemas"]["Text"][];
                /** @description How much, as the source puts it */
                quantity?: components["schemas"]["Text"];
                /** @description From whom */
                seller: components["schemas"]["Party"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "PurchaseCommitted";
        };
        /** @description The jobs of a queue of the workers */
        Queue: {
            /** @description In progress */
            active: number;
            /** @description Waiting for a later moment, or for a retry */
            delayed: number;
            /** @description Given up after all retries, and kept */
            failed: number;
            /** @description The age of the oldest job that is not done */
            oldestSeconds: number | null;
            /** @enum {string} */
            queue: "briefs" | "digests" | "sweep";
            /** @description Waiting for a free worker */
            waiting: number;
        };
        /** @description The queues of the workers, and their open jobs */
        Queues: {
            /**
             * @description Where the queues are kept
             * @enum {string}
             */
            backend: "Redis" | "PostgreSQL";
            /** @description The latest 50, the newest first */
            deadLetters: components["schemas"]["DeadLetter"][];
            /** @description false: the backend cannot be reached, so items and dead letters are unknown */
            here: boolean;
            items: components["schemas"]["Queue"][];
            /** @description By kind; known without the backend */
            summaries: components["schemas"]["StaleSummaries"][];
        };
        /** @description Words of the source, verbatim, 1 to 2,000 characters */
        Quote: string;
        /** @description The state of each part of the server */
        Ready: {
            checks: {
                [key: string]: {
                    detail: string;
                    facts?: {
                        [key: string]: unknown;
                    };
                    ready: boolean;
                };
            };
            /** @constant */
            ready: true;
        };
        /** @description The events that a request recorded */
        RecordedAnswer: {
            events: components["schemas"]["RecordedEvent"][];
            hints?: components["schemas"]["RecordedHints"];
            /** @description The last position */
            position: number;
        };
        /** @description The place of an event in the log */
        RecordedEvent: {
            /**
             * @description The event was stored before, with the same content
             * @constant
             */
            duplicate?: true;
            /** @description sha256, hex, of its content and of the event before it */
            hash: string;
            id: string;
            /** @description Its position in the whole log: 1, 2, 3, … without a gap */
            position: number;
            /** @description RFC 3339, UTC, microseconds */
            recordedAt: string;
            story: string;
            /** @description Its position in its story */
            version: number;
        };
        /** @description What an editor should check. Without `hints=true` only `undated`, and only where there is any */
        RecordedHints: {
            /** @description Fields that corrected data had and no longer have; left out where there are none */
            droppedFields?: {
                /** @description The corrected event */
                event: string;
                /** @description JSON Pointers into its data */
                fields: string[];
            }[];
            /** @description Pointers to the data of new withdrawals of tariff plans that settle no plan: none that is open or due agrees with all that they name; left out where there are none */
            idleWithdrawals?: string[];
            /** @description Subjects that no fact has named before: something new, or a wrong name */
            newSubjects?: {
                subject: string;
                view: string;
            }[];
            /** @description Facts of the same type and subject within 7 days: the new events may be other accounts of them */
            similar?: string[];
            /** @description Pointers to sources of new events that have no date of publication, none from their article either; absent: none. As of an earlier date of publication these events do not count. A correction with `publishedAt` gives the date */
            undated?: string[];
        };
        /** @description YYYY, YYYY-MM, YYYY-MM-DD, or an RFC 3339 instant with offset: as precise as it is known */
        ReducedDate: string;
        RestrictionImposedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whom */
                appliesTo: components["schemas"]["Party"];
                /** @description Goods that it covers */
                goods?: components["schemas"]["Text"][];
                /** @description Who imposes it */
                imposedBy: components["schemas"]["Party"];
                kind: components["schemas"]["RestrictionKind"];
                /** @description The restriction */
                restriction: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description Until when it holds, inclusive */
                until?: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RestrictionImposed";
        };
        /**
         * @description What sort of restriction it is
         * @enum {string}
         */
        RestrictionKind: "export_control" | "import_ban" | "quota" | "entity_listing" | "port_fee" | "sanction" | "investigation" | "other";
        RestrictionLiftedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whom */
                appliesTo?: components["schemas"]["Party"];
                /** @description Goods that it covers */
                goods?: components["schemas"]["Text"][];
                /** @description Who imposed it */
                imposedBy?: components["schemas"]["Party"];
                kind?: components["schemas"]["RestrictionKind"];
                /** @description The restriction */
                restriction: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description Until when it is lifted, inclusive, if for a limited time */
                until?: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RestrictionLifted";
        };
        RestrictionsCell: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("in_force" | "suspended" | "lifted" | "unknown") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            until: components["schemas"]["ReducedDate"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "restrictions";
        };
        RestrictionsCellAt: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("in_force" | "suspended" | "lifted" | "unknown") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            until: components["schemas"]["ReducedDate"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "restrictions";
        };
        /** @description One subject of the view restrictions. Restrictions on trade other than tariffs: who imposed which on whom, and whether they are in force */
        RestrictionsItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"] | null;
                goods: components["schemas"]["Text"][];
                imposedBy: components["schemas"]["Party"] | null;
                kind: components["schemas"]["RestrictionKind"] | null;
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                title: components["schemas"]["Text"] | null;
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "restrictions";
        };
        RestrictionsItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"] | null;
                goods: components["schemas"]["Text"][];
                imposedBy: components["schemas"]["Party"] | null;
                kind: components["schemas"]["RestrictionKind"] | null;
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                title: components["schemas"]["Text"] | null;
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "restrictions";
        };
        RestrictionsItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"] | null;
                goods: components["schemas"]["Text"][];
                imposedBy: components["schemas"]["Party"] | null;
                kind: components["schemas"]["RestrictionKind"] | null;
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                title: components["schemas"]["Text"] | null;
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "restrictions";
        };
        RestrictionsItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"] | null;
                goods: components["schemas"]["Text"][];
                imposedBy: components["schemas"]["Party"] | null;
                kind: components["schemas"]["RestrictionKind"] | null;
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                title: components["schemas"]["Text"] | null;
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "restrictions";
        };
        RestrictionSuspendedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whom */
                appliesTo?: components["schemas"]["Party"];
                /** @description Goods that it covers */
                goods?: components["schemas"]["Text"][];
                /** @description Who imposed it */
                imposedBy?: components["schemas"]["Party"];
                kind?: components["schemas"]["RestrictionKind"];
                /** @description The restriction */
                restriction: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description Until when it is on hold, inclusive */
                until?: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "RestrictionSuspended";
        };
        /** @description A retraction of a fact, or of one account of it */
        RetractionMade: {
            event: string;
            reason: string;
            recordedAt: string;
            source: components["schemas"]["StoredSource"] | null;
            /** @description The account: the fact itself, or a corroboration */
            target: string;
        };
        /** @description One of the texts that a url has had */
        Revision: {
            filedAt: string;
            id: string;
            publishedAt: components["schemas"]["ReducedDate"] | null;
            revision: number;
        };
        Section: {
            sentences: components["schemas"]["Sentence"][];
            title: string;
        };
        /** @description A sentence, and the events that it cites */
        Sentence: {
            /** @description The events that contain everything in the sentence: facts, and events about them */
            events: string[];
            text: string;
        };
        Series: {
            clocks: components["schemas"]["Clocks"];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["Cell"][];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description Who sends the request, and what they may do */
        Session: {
            /** @description When the session expires if it is not used again. A use extends it by up to an hour, to twelve hours at most. Null for a request with the key itself */
            expiresAt: string | null;
            /** @description The name of the key, as in `recordedBy` of events recorded with it; null: no key and no session was sent */
            name: string | null;
            /** @description Whether this server lets anybody read */
            publicRead: boolean;
            role: ("reader" | "editor" | "admin") | null;
        };
        SimilarFacts: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            items: components["schemas"]["Fact"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description A name of lower-case letters and digits joined by hyphens, such as us-china-trade-talks */
        Slug: string;
        /** @description Where it was read: a filed article, or else a page on the web */
        Source: components["schemas"]["ArticleSource"] | components["schemas"]["WebSource"];
        /** @description The summaries of a kind that are out of date */
        StaleSummaries: {
            /** @description How many of these could not be built */
            failed: number;
            kind: string;
            /** @description Out of date, and to be built again */
            stale: number;
        };
        StatementMadeEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description To whom */
                audience?: components["schemas"]["Text"];
                /** @description Where */
                place?: components["schemas"]["Place"];
                /** @description The words, as they were spoken */
                quote?: components["schemas"]["Text"];
                /** @description Who said it */
                speaker: components["schemas"]["Person"];
                /** @description What about */
                topics?: components["schemas"]["Text"][];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StatementMade";
        };
        /** @description A line of NDJSON: an item, with the clocks at which it was read */
        StepLine: components["schemas"]["HistoryStepAt"] | components["schemas"]["BrokenOff"];
        /** @description A source, with the details of its article */
        StoredSource: {
            article?: string;
            attributedTo?: string;
            headline?: string;
            publishedAt?: components["schemas"]["ReducedDate"];
            publisher: string;
            quote?: string;
            quoteEnd?: number;
            /** @description The start of the quote in the body of the article, in UTF-16 units */
            quoteStart?: number;
            /** @description Of the body of the article */
            sha256?: string;
            /**
             * @description Neither the quote nor the details of the article were checked: its text is missing, or does not confirm them
             * @constant
             */
            unverified?: true;
            url: string;
        };
        Stories: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that are missing here: their code failed before this point of the record, or they are being built for the first time */
            halted: string[];
            /** @description The first 50 subjects that are missing here: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["ListedStory"][];
            /** @description How many more subjects are missing; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        StoriesCell: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("open" | "closed") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "stories";
        };
        StoriesCellAt: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("open" | "closed") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "stories";
        };
        /** @description One subject of the view stories. Stories: what each is about, and whether it still takes facts */
        StoriesItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "open" | "closed";
                summary: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "stories";
        };
        StoriesItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "open" | "closed";
                summary: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "stories";
        };
        StoriesItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "open" | "closed";
                summary: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "stories";
        };
        StoriesItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "open" | "closed";
                summary: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "stories";
        };
        /** @description A running news story */
        Story: {
            /** @description When its latest event was recorded */
            changedAt: string;
            parties: components["schemas"]["Party"][];
            /** @description The position of its latest event */
            position: number;
            slug: string;
            /** @enum {string} */
            status: "open" | "closed";
            summary: string | null;
            title: string;
            topics: string[];
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /** @description How many events it has. If-Match compares it */
            version: number;
        };
        StoryClosedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Why it was closed */
                reason?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source?: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StoryClosed";
        };
        StoryOpenedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Parties that it is about */
                parties?: components["schemas"]["Party"][];
                /** @description What it is about, in a sentence or two */
                summary?: components["schemas"]["Text"];
                /** @description Headline of the story */
                title: components["schemas"]["Text"];
                /** @description Topics under which readers find it */
                topics?: components["schemas"]["Text"][];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source?: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "StoryOpened";
        };
        /** @description A subject that is halted, because one request was too much work for it */
        SubjectAside: {
            haltedAt: string;
            /** @description Reads of the subject at this position or a later one get no answer */
            position: number;
            reason: string;
            /** @description A retry from this position was requested */
            retrying: boolean;
            subject: string;
        };
        /** @description A subject that differs between two points */
        SubjectChanged: {
            after: components["schemas"]["Item"] | null;
            before: components["schemas"]["Item"] | null;
            /** @description The latest 50 events in between; none where time alone changed the subject */
            events: string[];
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            view: string;
        };
        SubjectRetried: {
            haltedAt: string;
            /** @description Reads of the subject at this position or a later one get no answer */
            position: number;
            reason: string;
            /** @description A retry from this position was requested */
            retrying: boolean;
            subject: string;
            view: string;
        };
        SummitClosedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Which one of its series */
                edition?: components["schemas"]["Ordinal"];
                /** @description Who hosts it */
                host?: components["schemas"]["Party"];
                /** @description What it is called, without its number */
                name: components["schemas"]["Text"];
                /** @description Where */
                place?: components["schemas"]["Place"];
                /** @description The summit */
                summit: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description Its last day */
                until?: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SummitClosed";
        };
        SummitOpenedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Which one of its series */
                edition?: components["schemas"]["Ordinal"];
                /** @description Who hosts it */
                host?: components["schemas"]["Party"];
                /** @description What it is called, without its number */
                name: components["schemas"]["Text"];
                /** @description Where */
                place?: components["schemas"]["Place"];
                /** @description The summit */
                summit: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description Its last day, as planned */
                until?: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "SummitOpened";
        };
        SummitsCell: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("open" | "closed") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            until: components["schemas"]["ReducedDate"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "summits";
        };
        SummitsCellAt: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("open" | "closed") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            until: components["schemas"]["ReducedDate"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "summits";
        };
        /** @description One subject of the view summits. Summits: which, where, until when, and whether they are open */
        SummitsItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                edition: components["schemas"]["Ordinal"] | null;
                host: components["schemas"]["Party"] | null;
                name: components["schemas"]["Text"];
                place: components["schemas"]["Place"] | null;
                /** @enum {string} */
                status: "open" | "closed";
                title: components["schemas"]["Text"] | null;
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "summits";
        };
        SummitsItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                edition: components["schemas"]["Ordinal"] | null;
                host: components["schemas"]["Party"] | null;
                name: components["schemas"]["Text"];
                place: components["schemas"]["Place"] | null;
                /** @enum {string} */
                status: "open" | "closed";
                title: components["schemas"]["Text"] | null;
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "summits";
        };
        SummitsItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                edition: components["schemas"]["Ordinal"] | null;
                host: components["schemas"]["Party"] | null;
                name: components["schemas"]["Text"];
                place: components["schemas"]["Place"] | null;
                /** @enum {string} */
                status: "open" | "closed";
                title: components["schemas"]["Text"] | null;
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "summits";
        };
        SummitsItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                edition: components["schemas"]["Ordinal"] | null;
                host: components["schemas"]["Party"] | null;
                name: components["schemas"]["Text"];
                place: components["schemas"]["Place"] | null;
                /** @enum {string} */
                status: "open" | "closed";
                title: components["schemas"]["Text"] | null;
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "summits";
        };
        TalksAnnouncedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who is to talk */
                parties: components["schemas"]["Party"][];
                /** @description Where they are to be held */
                place?: components["schemas"]["Place"];
                /** @description Which round, as the source counts */
                round?: components["schemas"]["Ordinal"];
                /** @description When they are to begin */
                scheduledFor?: components["schemas"]["ReducedDate"];
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TalksAnnounced";
        };
        TalksCancelledEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Why */
                reason?: components["schemas"]["Text"];
                /** @description Which round, as the source counts; every announced one, where it is missing */
                round?: components["schemas"]["Ordinal"];
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TalksCancelled";
        };
        TalksCell: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            round: components["schemas"]["Ordinal"] | null;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("announced" | "under_way" | "concluded" | "cancelled") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "talks";
        };
        TalksCellAt: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            round: components["schemas"]["Ordinal"] | null;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("announced" | "under_way" | "concluded" | "cancelled") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "talks";
        };
        TalksConcludedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Their outcome */
                outcome?: components["schemas"]["Text"];
                /** @description Where they were held */
                place?: components["schemas"]["Place"];
                /** @description Which round, as the source counts */
                round?: components["schemas"]["Ordinal"];
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TalksConcluded";
        };
        /** @description One subject of the view talks. Series of talks: their rounds, where and how far each has come, who leads the delegations, and what was discussed */
        TalksItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                leads: {
                    party: components["schemas"]["Party"];
                    person: components["schemas"]["Person"];
                }[];
                parties: components["schemas"]["Party"][];
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "announced";
                    round: components["schemas"]["Ordinal"] | null;
                    settledBy: string | null;
                }[];
                round: components["schemas"]["Ordinal"] | null;
                rounds: {
                    concludedAt: components["schemas"]["ReducedDate"] | null;
                    days: components["schemas"]["Ordinal"] | null;
                    hours: {
                        comparator: components["schemas"]["Comparator"];
                        hours: components["schemas"]["Hours"];
                    } | null;
                    place: components["schemas"]["Place"] | null;
                    round: components["schemas"]["Ordinal"] | null;
                    scheduledFor: components["schemas"]["ReducedDate"] | null;
                    startedAt: components["schemas"]["ReducedDate"] | null;
                    /** @enum {string} */
                    status: "announced" | "under_way" | "concluded" | "cancelled";
                }[];
                status: ("announced" | "under_way" | "concluded" | "cancelled") | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "talks";
        };
        TalksItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                leads: {
                    party: components["schemas"]["Party"];
                    person: components["schemas"]["Person"];
                }[];
                parties: components["schemas"]["Party"][];
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "announced";
                    round: components["schemas"]["Ordinal"] | null;
                    settledBy: string | null;
                }[];
                round: components["schemas"]["Ordinal"] | null;
                rounds: {
                    concludedAt: components["schemas"]["ReducedDate"] | null;
                    days: components["schemas"]["Ordinal"] | null;
                    hours: {
                        comparator: components["schemas"]["Comparator"];
                        hours: components["schemas"]["Hours"];
                    } | null;
                    place: components["schemas"]["Place"] | null;
                    round: components["schemas"]["Ordinal"] | null;
                    scheduledFor: components["schemas"]["ReducedDate"] | null;
                    startedAt: components["schemas"]["ReducedDate"] | null;
                    /** @enum {string} */
                    status: "announced" | "under_way" | "concluded" | "cancelled";
                }[];
                status: ("announced" | "under_way" | "concluded" | "cancelled") | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "talks";
        };
        TalksItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                leads: {
                    party: components["schemas"]["Party"];
                    person: components["schemas"]["Person"];
                }[];
                parties: components["schemas"]["Party"][];
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "announced";
                    round: components["schemas"]["Ordinal"] | null;
                    settledBy: string | null;
                }[];
                round: components["schemas"]["Ordinal"] | null;
                rounds: {
                    concludedAt: components["schemas"]["ReducedDate"] | null;
                    days: components["schemas"]["Ordinal"] | null;
                    hours: {
                        comparator: components["schemas"]["Comparator"];
                        hours: components["schemas"]["Hours"];
                    } | null;
                    place: components["schemas"]["Place"] | null;
                    round: components["schemas"]["Ordinal"] | null;
                    scheduledFor: components["schemas"]["ReducedDate"] | null;
                    startedAt: components["schemas"]["ReducedDate"] | null;
                    /** @enum {string} */
                    status: "announced" | "under_way" | "concluded" | "cancelled";
                }[];
                status: ("announced" | "under_way" | "concluded" | "cancelled") | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "talks";
        };
        TalksItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                leads: {
                    party: components["schemas"]["Party"];
                    person: components["schemas"]["Person"];
                }[];
                parties: components["schemas"]["Party"][];
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "announced";
                    round: components["schemas"]["Ordinal"] | null;
                    settledBy: string | null;
                }[];
                round: components["schemas"]["Ordinal"] | null;
                rounds: {
                    concludedAt: components["schemas"]["ReducedDate"] | null;
                    days: components["schemas"]["Ordinal"] | null;
                    hours: {
                        comparator: components["schemas"]["Comparator"];
                        hours: components["schemas"]["Hours"];
                    } | null;
                    place: components["schemas"]["Place"] | null;
                    round: components["schemas"]["Ordinal"] | null;
                    scheduledFor: components["schemas"]["ReducedDate"] | null;
                    startedAt: components["schemas"]["ReducedDate"] | null;
                    /** @enum {string} */
                    status: "announced" | "under_way" | "concluded" | "cancelled";
                }[];
                status: ("announced" | "under_way" | "concluded" | "cancelled") | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "talks";
        };
        TalksResumedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Which day of the round */
                day?: components["schemas"]["Ordinal"];
                /** @description Where they are held */
                place?: components["schemas"]["Place"];
                /** @description Which round, as the source counts */
                round?: components["schemas"]["Ordinal"];
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TalksResumed";
        };
        TalksSessionHeldEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description How the hours are meant; exactly, where it is missing */
                comparator?: components["schemas"]["Comparator"];
                /** @description How long it lasted, in hours */
                hours?: components["schemas"]["Hours"];
                /** @description Which round, as the source counts */
                round?: components["schemas"]["Ordinal"];
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description What was talked about */
                topics?: components["schemas"]["Text"][];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TalksSessionHeld";
        };
        TalksStartedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who leads which delegation */
                leads?: {
                    /** @description Whose delegation */
                    party: components["schemas"]["Party"];
                    /** @description Who leads it */
                    person: components["schemas"]["Person"];
                }[];
                /** @description Who talks */
                parties: components["schemas"]["Party"][];
                /** @description Where they are held */
                place?: components["schemas"]["Place"];
                /** @description Which round, as the source counts */
                round?: components["schemas"]["Ordinal"];
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TalksStarted";
        };
        TariffAnnouncedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whose goods */
                appliesTo: components["schemas"]["Party"];
                /** @description Under which condition, best as a clause: “unless …”, “if …” */
                condition?: components["schemas"]["Text"];
                /** @description From when */
                effectiveFrom?: components["schemas"]["ReducedDate"];
                /** @description Who is to impose it */
                imposedBy: components["schemas"]["Party"];
                /**
                 * @description Slug of the measure; all of the party’s tariffs on the other, where it is missing
                 * @default all
                 */
                measure?: components["schemas"]["Slug"];
                /** @description HS codes of the goods; only with a measure of their own */
                products?: string[];
                /** @description At which rate, in percent */
                ratePercent?: components["schemas"]["Percent"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TariffAnnounced";
        };
        TariffChangedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whose goods */
                appliesTo: components["schemas"]["Party"];
                /** @description What the rate counts */
                basis?: components["schemas"]["Basis"];
                /** @description How the rate is meant; exactly, where it is missing */
                comparator?: components["schemas"]["Comparator"];
                /**
                 * @description Which way it went
                 * @enum {string}
                 */
                direction?: "raised" | "reduced";
                /** @description Who imposes the tariff */
                imposedBy: components["schemas"]["Party"];
                /** @description The order or law behind it */
                legalReference?: components["schemas"]["Text"];
                /**
                 * @description Slug of the measure; all of the party’s tariffs on the other, where it is missing
                 * @default all
                 */
                measure?: components["schemas"]["Slug"];
                /** @description The rate before, where the source gives it */
                previousRatePercent?: components["schemas"]["Percent"];
                /** @description HS codes of the goods; only with a measure of their own */
                products?: string[];
                /** @description The new rate; missing where it is not known */
                ratePercent?: components["schemas"]["Percent"];
            } | unknown | unknown;
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TariffChanged";
        };
        TariffLiftedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whose goods */
                appliesTo: components["schemas"]["Party"];
                /** @description Who imposed the tariff */
                imposedBy: components["schemas"]["Party"];
                /**
                 * @description Slug of the measure; all of the party’s tariffs on the other, where it is missing
                 * @default all
                 */
                measure?: components["schemas"]["Slug"];
                /** @description Until when it is lifted, inclusive, if for a limited time */
                until?: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TariffLifted";
        };
        TariffPlanWithdrawnEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whose goods */
                appliesTo: components["schemas"]["Party"];
                /** @description Only plans for this date */
                effectiveFrom?: components["schemas"]["ReducedDate"];
                /** @description Who was to impose the tariff */
                imposedBy: components["schemas"]["Party"];
                /**
                 * @description Slug of the measure; all of the party’s tariffs on the other, where it is missing
                 * @default all
                 */
                measure?: components["schemas"]["Slug"];
                /** @description Only plans at this rate, in percent */
                ratePercent?: components["schemas"]["Percent"];
                /** @description Why */
                reason?: components["schemas"]["Text"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TariffPlanWithdrawn";
        };
        TariffsCell: {
            basis: components["schemas"]["Basis"] | null;
            /** @description How many claims there are that are not retracted */
            claims: number;
            comparator: components["schemas"]["Comparator"] | null;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            ratePercent: components["schemas"]["Percent"] | null;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("in_force" | "suspended" | "lifted" | "unknown") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "tariffs";
        };
        TariffsCellAt: {
            basis: components["schemas"]["Basis"] | null;
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            comparator: components["schemas"]["Comparator"] | null;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            ratePercent: components["schemas"]["Percent"] | null;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("in_force" | "suspended" | "lifted" | "unknown") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "tariffs";
        };
        /** @description One subject of the view tariffs. Tariffs of one party on another: the reported rates, whether they are in force, what was announced or threatened and what came of it */
        TariffsItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"];
                basis: components["schemas"]["Basis"] | null;
                comparator: components["schemas"]["Comparator"] | null;
                imposedBy: components["schemas"]["Party"];
                legalReference: components["schemas"]["Text"] | null;
                measure: components["schemas"]["Slug"];
                pending: {
                    condition: components["schemas"]["Text"] | null;
                    due: boolean;
                    effectiveFrom: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    kind: "announced" | "threatened";
                    ratePercent: components["schemas"]["Percent"] | null;
                }[];
                plans: {
                    condition: components["schemas"]["Text"] | null;
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @enum {string} */
                    kind: "announced" | "threatened";
                    ratePercent: components["schemas"]["Percent"] | null;
                    settledBy: string | null;
                }[];
                previousRatePercent: components["schemas"]["Percent"] | null;
                products: string[] | null;
                ratePercent: components["schemas"]["Percent"] | null;
                rates: {
                    basis: components["schemas"]["Basis"] | null;
                    comparator: components["schemas"]["Comparator"] | null;
                    legalReference: components["schemas"]["Text"] | null;
                    previousRatePercent: components["schemas"]["Percent"] | null;
                    products: string[] | null;
                    ratePercent: components["schemas"]["Percent"] | null;
                    since: components["schemas"]["ReducedDate"];
                }[];
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "tariffs";
        };
        TariffsItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"];
                basis: components["schemas"]["Basis"] | null;
                comparator: components["schemas"]["Comparator"] | null;
                imposedBy: components["schemas"]["Party"];
                legalReference: components["schemas"]["Text"] | null;
                measure: components["schemas"]["Slug"];
                pending: {
                    condition: components["schemas"]["Text"] | null;
                    due: boolean;
                    effectiveFrom: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    kind: "announced" | "threatened";
                    ratePercent: components["schemas"]["Percent"] | null;
                }[];
                plans: {
                    condition: components["schemas"]["Text"] | null;
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @enum {string} */
                    kind: "announced" | "threatened";
                    ratePercent: components["schemas"]["Percent"] | null;
                    settledBy: string | null;
                }[];
                previousRatePercent: components["schemas"]["Percent"] | null;
                products: string[] | null;
                ratePercent: components["schemas"]["Percent"] | null;
                rates: {
                    basis: components["schemas"]["Basis"] | null;
                    comparator: components["schemas"]["Comparator"] | null;
                    legalReference: components["schemas"]["Text"] | null;
                    previousRatePercent: components["schemas"]["Percent"] | null;
                    products: string[] | null;
                    ratePercent: components["schemas"]["Percent"] | null;
                    since: components["schemas"]["ReducedDate"];
                }[];
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "tariffs";
        };
        TariffsItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"];
                basis: components["schemas"]["Basis"] | null;
                comparator: components["schemas"]["Comparator"] | null;
                imposedBy: components["schemas"]["Party"];
                legalReference: components["schemas"]["Text"] | null;
                measure: components["schemas"]["Slug"];
                pending: {
                    condition: components["schemas"]["Text"] | null;
                    due: boolean;
                    effectiveFrom: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    kind: "announced" | "threatened";
                    ratePercent: components["schemas"]["Percent"] | null;
                }[];
                plans: {
                    condition: components["schemas"]["Text"] | null;
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @enum {string} */
                    kind: "announced" | "threatened";
                    ratePercent: components["schemas"]["Percent"] | null;
                    settledBy: string | null;
                }[];
                previousRatePercent: components["schemas"]["Percent"] | null;
                products: string[] | null;
                ratePercent: components["schemas"]["Percent"] | null;
                rates: {
                    basis: components["schemas"]["Basis"] | null;
                    comparator: components["schemas"]["Comparator"] | null;
                    legalReference: components["schemas"]["Text"] | null;
                    previousRatePercent: components["schemas"]["Percent"] | null;
                    products: string[] | null;
                    ratePercent: components["schemas"]["Percent"] | null;
                    since: components["schemas"]["ReducedDate"];
                }[];
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "tariffs";
        };
        TariffsItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"];
                basis: components["schemas"]["Basis"] | null;
                comparator: components["schemas"]["Comparator"] | null;
                imposedBy: components["schemas"]["Party"];
                legalReference: components["schemas"]["Text"] | null;
                measure: components["schemas"]["Slug"];
                pending: {
                    condition: components["schemas"]["Text"] | null;
                    due: boolean;
                    effectiveFrom: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    kind: "announced" | "threatened";
                    ratePercent: components["schemas"]["Percent"] | null;
                }[];
                plans: {
                    condition: components["schemas"]["Text"] | null;
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @enum {string} */
                    kind: "announced" | "threatened";
                    ratePercent: components["schemas"]["Percent"] | null;
                    settledBy: string | null;
                }[];
                previousRatePercent: components["schemas"]["Percent"] | null;
                products: string[] | null;
                ratePercent: components["schemas"]["Percent"] | null;
                rates: {
                    basis: components["schemas"]["Basis"] | null;
                    comparator: components["schemas"]["Comparator"] | null;
                    legalReference: components["schemas"]["Text"] | null;
                    previousRatePercent: components["schemas"]["Percent"] | null;
                    products: string[] | null;
                    ratePercent: components["schemas"]["Percent"] | null;
                    since: components["schemas"]["ReducedDate"];
                }[];
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "tariffs";
        };
        TariffSuspendedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whose goods */
                appliesTo: components["schemas"]["Party"];
                /** @description Who imposed the tariff */
                imposedBy: components["schemas"]["Party"];
                /**
                 * @description Slug of the measure; all of the party’s tariffs on the other, where it is missing
                 * @default all
                 */
                measure?: components["schemas"]["Slug"];
                /** @description Until when it is on hold, inclusive */
                until?: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TariffSuspended";
        };
        TariffThreatenedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description On whose goods */
                appliesTo: components["schemas"]["Party"];
                /** @description Under which condition, best as a clause: “unless …”, “if …” */
                condition?: components["schemas"]["Text"];
                /** @description From when */
                effectiveFrom?: components["schemas"]["ReducedDate"];
                /** @description Who is to impose it */
                imposedBy: components["schemas"]["Party"];
                /**
                 * @description Slug of the measure; all of the party’s tariffs on the other, where it is missing
                 * @default all
                 */
                measure?: components["schemas"]["Slug"];
                /** @description HS codes of the goods; only with a measure of their own */
                products?: string[];
                /** @description At which rate, in percent */
                ratePercent?: components["schemas"]["Percent"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TariffThreatened";
        };
        /** @description Text on one line, 1 to 2,000 characters */
        Text: string;
        TopicDiscussedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description What was talked about */
                topics: components["schemas"]["Text"][];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TopicDiscussed";
        };
        TruceAgreedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who agreed to it */
                parties: components["schemas"]["Party"][];
                /** @description What was agreed */
                terms?: components["schemas"]["Text"][];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description The truce */
                truce: components["schemas"]["Slug"];
                /** @description Until when it holds, inclusive */
                validUntil?: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TruceAgreed";
        };
        TruceBrokenEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who broke it */
                by?: components["schemas"]["Party"];
                /** @description How or why */
                reason?: components["schemas"]["Text"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description The truce */
                truce: components["schemas"]["Slug"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TruceBroken";
        };
        TruceEndedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who ended it */
                by?: components["schemas"]["Party"];
                /** @description Why */
                reason?: components["schemas"]["Text"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description The truce */
                truce: components["schemas"]["Slug"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TruceEnded";
        };
        TruceExtendedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Which extension it is, by the source’s own count */
                ordinal?: components["schemas"]["Ordinal"];
                /** @description Who agreed to it */
                parties?: components["schemas"]["Party"][];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description The truce */
                truce: components["schemas"]["Slug"];
                /** @description Until when it now holds, inclusive */
                validUntil: components["schemas"]["ReducedDate"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "TruceExtended";
        };
        TrucesCell: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("in_force" | "expired" | "broken" | "ended") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            validUntil: components["schemas"]["ReducedDate"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "truces";
        };
        TrucesCellAt: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            status: ("in_force" | "expired" | "broken" | "ended") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            validUntil: components["schemas"]["ReducedDate"] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "truces";
        };
        /** @description One subject of the view truces. Truces: who agreed on them, until when they hold, and how often they were extended */
        TrucesItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                agreedAt: components["schemas"]["ReducedDate"] | null;
                extensions: {
                    event: string;
                    occurredAt: components["schemas"]["ReducedDate"];
                    ordinal: components["schemas"]["Ordinal"] | null;
                    validUntil: components["schemas"]["ReducedDate"];
                }[];
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "in_force" | "expired" | "broken" | "ended";
                title: components["schemas"]["Text"] | null;
                validUntil: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "truces";
        };
        TrucesItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                agreedAt: components["schemas"]["ReducedDate"] | null;
                extensions: {
                    event: string;
                    occurredAt: components["schemas"]["ReducedDate"];
                    ordinal: components["schemas"]["Ordinal"] | null;
                    validUntil: components["schemas"]["ReducedDate"];
                }[];
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "in_force" | "expired" | "broken" | "ended";
                title: components["schemas"]["Text"] | null;
                validUntil: components["schemas"]["ReducedDate"] | null;
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "truces";
        };
        TrucesItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                agreedAt: components["schemas"]["ReducedDate"] | null;
                extensions: {
                    event: string;
                    occurredAt: components["schemas"]["ReducedDate"];
                    ordinal: components["schemas"]["Ordinal"] | null;
                    validUntil: components["schemas"]["ReducedDate"];
                }[];
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "in_force" | "expired" | "broken" | "ended";
                title: components["schemas"]["Text"] | null;
                validUntil: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "truces";
        };
        TrucesItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                agreedAt: components["schemas"]["ReducedDate"] | null;
                extensions: {
                    event: string;
                    occurredAt: components["schemas"]["ReducedDate"];
                    ordinal: components["schemas"]["Ordinal"] | null;
                    validUntil: components["schemas"]["ReducedDate"];
                }[];
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "in_force" | "expired" | "broken" | "ended";
                title: components["schemas"]["Text"] | null;
                validUntil: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "truces";
        };
        VerifyLine: {
            /** @description How many bodies of articles were checked, once all events are verified */
            articles?: number;
            of: number;
            progress: number;
        } | {
            /** @description sha256, hex */
            head: string;
            verified: number;
        } | {
            /** @description The id of the article that is wrong */
            article?: string;
            /** @description Of the event, of the last event of the story, or of the first event that cites the article; 0: of none */
            position: number;
            /** @description What is wrong, in words */
            problem: string;
            /** @enum {string} */
            reason: "event-missing" | "event-outside" | "content-changed" | "column-changed" | "version-wrong" | "request-wrong" | "chain-broken" | "time-falls" | "head-differs" | "noted-head-differs" | "stream-missing" | "stream-differs" | "stream-without-events" | "article-missing" | "article-differs" | "body-differs" | "erased-body-kept";
            /** @description The story whose stream is wrong */
            story?: string;
        } | {
            error: {
                code: string;
                detail: string;
            };
        };
        /** @description A view: the states of one kind of subject, folded from the facts */
        View: {
            description: string;
            name: string;
            /** @description JSON Schema 2020-12 of a state */
            schema: {
                [key: string]: unknown;
            };
            /** @description The format of a subject */
            subject: string;
            /** @description A view of a higher version is built again from the log */
            version: number;
        };
        Views: {
            items: components["schemas"]["View"][];
            next: null;
        };
        VisitCancelledEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who was to receive the visitor */
                hosts?: components["schemas"]["Person"][];
                /** @description Where to */
                place?: components["schemas"]["Place"];
                /** @description What for */
                purpose?: components["schemas"]["Text"];
                /** @description Why */
                reason?: components["schemas"]["Text"];
                /** @description For when it had been planned */
                scheduledFor?: components["schemas"]["ReducedDate"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description The visit */
                visit: components["schemas"]["Slug"];
                /** @description Who was to come */
                visitor?: components["schemas"]["Person"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "VisitCancelled";
        };
        VisitMadeEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who received the visitor */
                hosts?: components["schemas"]["Person"][];
                /** @description Where to */
                place: components["schemas"]["Place"];
                /** @description What for */
                purpose?: components["schemas"]["Text"];
                /** @description For when it had been planned */
                scheduledFor?: components["schemas"]["ReducedDate"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description The visit, where several facts are to be about it */
                visit?: components["schemas"]["Slug"];
                /** @description Who came */
                visitor: components["schemas"]["Person"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "VisitMade";
        };
        VisitPlannedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description Who is to receive the visitor */
                hosts?: components["schemas"]["Person"][];
                /** @description Where to */
                place: components["schemas"]["Place"];
                /** @description What for */
                purpose?: components["schemas"]["Text"];
                /** @description For when */
                scheduledFor?: components["schemas"]["ReducedDate"];
                /** @description What it is called, as in a sentence without its article: “General Border Committee talks” */
                title?: components["schemas"]["Text"];
                /** @description The visit, where several facts are to be about it */
                visit?: components["schemas"]["Slug"];
                /** @description Who is to come */
                visitor: components["schemas"]["Person"];
            };
            /** @description Makes the request repeatable: the same id with the same content is stored once */
            id?: components["schemas"]["EventId"];
            /** @description When it happened, as precisely as it is known */
            occurredAt: components["schemas"]["ReducedDate"];
            /** @description Where it was read */
            source: components["schemas"]["Source"];
            /** @description Slug of the story that it belongs to */
            story: components["schemas"]["Slug"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "VisitPlanned";
        };
        VisitsCell: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            stateDate: components["schemas"]["ReducedDate"] | null;
            status: ("planned" | "made" | "cancelled") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "visits";
        };
        VisitsCellAt: {
            /** @description How many claims there are that are not retracted */
            claims: number;
            clocks: components["schemas"]["Clocks"];
            contested: boolean;
            /** @description The day */
            date: string;
            dateUncertain: boolean;
            /** @description When the latest unbroken run of equal headlines began; null where there is no state */
            since: components["schemas"]["ReducedDate"] | null;
            stateDate: components["schemas"]["ReducedDate"] | null;
            status: ("planned" | "made" | "cancelled") | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "visits";
        };
        /** @description One subject of the view visits. Visits: who goes where, when and what for, and whether it was made; a planned one counts as made only by a later fact */
        VisitsItem: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                date: components["schemas"]["ReducedDate"] | null;
                hosts: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "planned";
                    settledBy: string | null;
                }[];
                purpose: components["schemas"]["Text"] | null;
                /** @enum {string} */
                status: "planned" | "made" | "cancelled";
                title: components["schemas"]["Text"] | null;
                visitor: components["schemas"]["Person"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "visits";
        };
        VisitsItemAt: {
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                date: components["schemas"]["ReducedDate"] | null;
                hosts: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "planned";
                    settledBy: string | null;
                }[];
                purpose: components["schemas"]["Text"] | null;
                /** @enum {string} */
                status: "planned" | "made" | "cancelled";
                title: components["schemas"]["Text"] | null;
                visitor: components["schemas"]["Person"] | null;
            } | null;
            story: string | null;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "visits";
        };
        VisitsItemStep: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                date: components["schemas"]["ReducedDate"] | null;
                hosts: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "planned";
                    settledBy: string | null;
                }[];
                purpose: components["schemas"]["Text"] | null;
                /** @enum {string} */
                status: "planned" | "made" | "cancelled";
                title: components["schemas"]["Text"] | null;
                visitor: components["schemas"]["Person"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "visits";
        };
        VisitsItemStepAt: {
            /**
             * @description Whether a fact brought it, or time alone
             * @enum {string}
             */
            by: "fact" | "time";
            /** @description The latest claims that are not retracted */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description Some value at this date would be different if another source were right. Disputes can be listed although they do not change this date */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Dates of different precision overlap, so the order of the facts is unknown */
            dateUncertain: boolean;
            /** @description The latest disputes that still matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts of the state, oldest first */
            events: string[];
            /** @description The last fact of the state. Null where only claims are known */
            lastFact: {
                event: string;
                occurredAt: components["schemas"]["ReducedDate"];
            } | null;
            /** @description When the latest unbroken run of equal headlines began: the date of the fact that opened it, or the day or instant at which time alone did. Null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                date: components["schemas"]["ReducedDate"] | null;
                hosts: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                plans: {
                    date: components["schemas"]["ReducedDate"] | null;
                    event: string;
                    /** @enum {string} */
                    fate: "open" | "due" | "fulfilled" | "superseded" | "withdrawn";
                    /** @constant */
                    kind: "planned";
                    settledBy: string | null;
                }[];
                purpose: components["schemas"]["Text"] | null;
                /** @enum {string} */
                status: "planned" | "made" | "cancelled";
                title: components["schemas"]["Text"] | null;
                visitor: components["schemas"]["Person"] | null;
            } | null;
            /** @description The story of its latest fact */
            story: string;
            subject: string;
            /** @description With `reportedAsOf`: how many accounts, sourced corrections and sourced retractions are left out because the date of their publication is unknown, and for no other reason. `undated=include` includes them */
            undated?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "visits";
        };
        /**
         * Format: uri
         * @description Address of a page on the web: http or https
         */
        WebAddress: string;
        /** @description A page on the web that is not filed here */
        WebSource: {
            /** @description Who says so, according to the source */
            attributedTo?: components["schemas"]["Text"];
            /** @description When it was published */
            publishedAt?: components["schemas"]["ReducedDate"];
            /** @description Who published it */
            publisher: components["schemas"]["Text"];
            /** @description The words of the source, verbatim */
            quote?: components["schemas"]["Quote"];
            /** @description Its address */
            url: components["schemas"]["WebAddress"];
        };
        WholeArticle: {
            /** @description Only for editors; null once it was erased */
            body?: string | null;
            byline: string | null;
            /** @description Why its text was erased */
            erased?: string;
            filedAt: string;
            /** @description The name of the key that filed it */
            filedBy: string;
            headline: string;
            id: string;
            language: string | null;
            publishedAt: components["schemas"]["ReducedDate"] | null;
            publisher: string;
            /** @description Its number among the revisions of its url: 1, 2, 3, … */
            revision: number;
            /** @description The revisions of its url, this one among them: the latest 50, oldest first */
            revisions: components["schemas"]["Revision"][];
            /** @description Of its body, hex */
            sha256: string;
            /**
             * @description Its text was never filed here. Its sha256 and details were imported, and are replaced once the text is filed
             * @constant
             */
            unverified?: true;
            url: string;
        };
    };
    responses: {
        /** @description `already-retracted`: What this is about has been retracted */
        "already-retracted": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `bad-parameter`: A parameter or header cannot be understood */
        "bad-parameter": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`: The key does not allow this */
        forbidden: {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `generation-kept`: A program keeps that generation */
        "generation-kept": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `headers-too-large`: The address and the headers are too large */
        "headers-too-large": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal`: Something went wrong on our side */
        internal: {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-request`: The body breaks the rules of this resource */
        "invalid-request": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `key-ended`: The key has ended */
        "key-ended": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `key-exists`: A key has that name */
        "key-exists": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `malformed-request`: This is not a valid HTTP request */
        "malformed-request": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `method-not-allowed`: This resource does not have that method */
        "method-not-allowed": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                Allow: components["headers"]["Allow"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-acceptable`: None of the accepted media types is available */
        "not-acceptable": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: There is no such thing */
        "not-found": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate-limited`: Too many requests */
        "rate-limited": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-timeout`: The request did not arrive in time */
        "request-timeout": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `story-exists`: The story exists already */
        "story-exists": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-large`: The request is too large */
        "too-large": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: A valid key is needed */
        unauthenticated: {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: Not available at the moment */
        unavailable: {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported-media-type`: The body is of a kind that is not taken here */
        "unsupported-media-type": {
            headers: {
                "Accept-Encoding": components["headers"]["Accept-Encoding"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version-mismatch`: The story is at another version */
        "version-mismatch": {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Encoding": components["headers"]["Content-Encoding"];
                "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                Vary: components["headers"]["Vary"];
                "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Where the body was compressed: the encodings that are accepted */
        "Accept-Encoding": string;
        /** @description Where pages of other origins may use the API: the origin that may */
        "Access-Control-Allow-Origin": string;
        /** @description Where pages of other origins may use the API: the headers that they may read */
        "Access-Control-Expose-Headers": string;
        /** @description The methods that the path supports */
        Allow: string;
        /** @description Limits what a browser may do with the answer */
        "Cache-Control": string;
        /** @description The compression of the answer, `br` or `gzip`, where the request accepts it */
        "Content-Encoding": string;
        /** @description Limits what a browser may do with the answer */
        "Content-Security-Policy": string;
        /** @description Limits what a browser may do with the answer */
        "Cross-Origin-Resource-Policy": string;
        /** @description Identifies the content of the answer. Sent as If-None-Match, it saves the body of an unchanged answer */
        ETag: string;
        /** @description The next page, with `rel="next"`; missing on the last page */
        Link: string;
        /** @description Where requests are limited: the requests left (r), and the seconds until the window ends (t) */
        RateLimit: string;
        /** @description Where requests are limited: the requests allowed (q) in a window of so many seconds (w) */
        "RateLimit-Policy": string;
        /** @description Try again after so many seconds */
        "Retry-After": number;
        /** @description Where the session of the request’s cookie has ended: removes the cookie from the browser */
        "Set-Cookie": string;
        /** @description Behind TLS: a browser must use only TLS from now on */
        "Strict-Transport-Security": string;
        /** @description The request headers on which the answer depends */
        Vary: string;
        /** @description The kind of key that is needed, and what is wrong with the one that was sent. Where a calendar was requested also HTTP Basic */
        "WWW-Authenticate": string;
        /** @description Limits what a browser may do with the answer */
        "X-Content-Type-Options": string;
        /** @description The id of the request in the server’s log: your X-Request-Id, or a new id */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    start: {
        parameters: {
            query?: {
                /** @description Of the page that shows the stories */
                asOf?: string;
                /** @description Of the page that shows the stories */
                party?: string;
                /** @description Of the page that shows the stories */
                recordedAsOf?: string;
                /** @description Of the page that shows the stories */
                reportedAsOf?: string;
                /** @description Of the page that shows the stories */
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    /** @description A page of another origin that opened it has no access to its window */
                    "Cross-Origin-Opener-Policy"?: string;
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description A link on the page does not send the page’s address */
                    "Referrer-Policy"?: string;
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    /** @description No other page may show it in a frame */
                    "X-Frame-Options"?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description To /docs */
            302: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description /docs */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["internal"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    /** @description A page of another origin that opened it has no access to its window */
                    "Cross-Origin-Opener-Policy"?: string;
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description A link on the page does not send the page’s address */
                    "Referrer-Policy"?: string;
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    /** @description No other page may show it in a frame */
                    "X-Frame-Options"?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["internal"];
        };
    };
    getDocsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": unknown;
                    "text/css": unknown;
                    "text/javascript": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["internal"];
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is running */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            400: components["responses"]["bad-parameter"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["internal"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics in the text format of Prometheus */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                    "application/vnd.oai.openapi+json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["bad-parameter"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["internal"];
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server can serve requests */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            400: components["responses"]["bad-parameter"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getSignIn: {
        parameters: {
            query?: {
                /** @description The page of this server to open after signing in */
                next?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    /** @description A page of another origin that opened it has no access to its window */
                    "Cross-Origin-Opener-Policy"?: string;
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description A link on the page does not send the page’s address */
                    "Referrer-Policy"?: string;
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    /** @description No other page may show it in a frame */
                    "X-Frame-Options"?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["internal"];
        };
    };
    getSignInFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/css": unknown;
                    "text/javascript": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            500: components["responses"]["internal"];
        };
    };
    eraseArticleBody: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an article: a UUID */
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erasure"];
            };
        };
        responses: {
            /** @description The article, without its text */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-request"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    readAudit: {
        parameters: {
            query?: {
                /** @description Actions of this kind */
                action?: "key-created" | "key-rotated" | "key-revoked" | "session-opened" | "session-ended" | "article-erased" | "article-claimed" | "article-verified" | "rebuild-requested" | "generation-dropped" | "subject-retry-requested" | "verify-requested" | "pages-used" | "authentications-failed";
                /** @description Actions of the key of this name */
                actor?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The largest number of items */
                limit?: number;
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit trail */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditTrail"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The largest number of items */
                limit?: number;
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keys"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description The key, without its secret */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            409: components["responses"]["key-exists"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-request"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key has ended */
            204: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KeyRotation"];
            };
        };
        responses: {
            /** @description The new key */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            409: components["responses"]["key-ended"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-request"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getLogHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The head */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogHead"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    verifyLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NotedHead"];
            };
        };
        responses: {
            /** @description Progress, and the result on the last line */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["VerifyLine"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-request"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listProjections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The generations of all views */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Projections"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    dropGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The generation is dropped */
            204: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            409: components["responses"]["generation-kept"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    rebuildView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The view is being built */
            202: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    retrySubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A subject of the view, for example USA>CHN:all */
                subject: string;
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subject is to be folded */
            202: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectRetried"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queues */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queues"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description By the time of filing: `desc` is the latest first */
                order?: "asc" | "desc";
                /** @description Articles that events of this story cite */
                story?: string;
                /** @description The revisions of the article at this address, as it was filed */
                url?: string;
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of articles */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Articles"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    fileArticle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArticle"];
            };
        };
        responses: {
            /** @description The article was filed before */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description The article is filed */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description The article */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-request"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of an article: a UUID */
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeArticle"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    correctArticle: {
        parameters: {
            query?: {
                /** @description Only check, and show how the board would change: nothing is stored */
                dryRun?: boolean;
                /** @description Also show which facts are similar, which subjects are new, and what corrections drop */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The required version of the story, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views have what was recorded */
                Prefer?: string;
            };
            path: {
                /** @description The id of an article: a UUID */
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArticleCorrection"];
            };
        };
        responses: {
            /** @description No account had another date; or, for a dry run, what would change */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description `wait=5`, or the requested seconds: the views have what was recorded */
                    "Preference-Applied"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleCorrected"] | components["schemas"]["DryRun"];
                };
            };
            /** @description The corrections are recorded */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description true: this is the answer that was kept for the Idempotency-Key */
                    "Idempotency-Replayed"?: string;
                    /** @description `wait=5`, or the requested seconds: the views have what was recorded */
                    "Preference-Applied"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleCorrected"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            412: components["responses"]["version-mismatch"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            /** @description `invalid-request`: The body breaks the rules of this resource; `invalid-event`: The event breaks the rules of its type; `idempotency-key-reused`: The Idempotency-Key was used for another request */
            422: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    compareArticles: {
        parameters: {
            query: {
                /** @description The id of the article that comes after: a UUID */
                with: components["schemas"]["EventId"];
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of an article: a UUID */
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comparison */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleDiff"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listArticleEvents: {
        parameters: {
            query?: {
                /** @description Events after this position */
                after?: number;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of an article: a UUID */
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Events"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The clock of `from` and `to`. On `recordedAsOf` they can be positions (`@17`). The other clocks are bounds */
                clock?: "asOf" | "reportedAsOf" | "recordedAsOf";
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The earlier point: changes after this date, on the clock */
                from?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description Subjects of this story */
                story?: string;
                /** @description The later point: changes up to this date, inclusive; without it, up to the end */
                to?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
                /** @description Subjects of this view. May be given more than once: any of them */
                view?: ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits") | ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits")[];
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of subjects */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listDeadlines: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "csv" | "ndjson" | "ics";
                /** @description Dates whose last day is not before this one */
                from?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description `upcoming`: what is still to come; `overdue`: plans whose date has passed and of which nothing was reported; `settled`: plans that were carried out, replaced or dropped, and what has expired */
                state?: "upcoming" | "overdue" | "settled";
                /** @description Deadlines of this story */
                story?: string;
                /** @description Dates that end by the end of this one */
                to?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
                /** @description How far from the day of the read, in days, weeks or months: `30d`, `2w`, `6m`. Ahead for what is upcoming, back for what is overdue, both ways for what is settled. Not with `from` or `to` */
                within?: string;
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deadlines; as CSV and NDJSON all deadlines */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deadlines"];
                    "application/x-ndjson": components["schemas"]["DeadlineLine"];
                    "text/calendar": string;
                    "text/csv": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "csv" | "ndjson";
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description true: only open disputes; false: only settled ones */
                open?: boolean;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description Disputes about subjects of this story */
                story?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
                /** @description Disputes about subjects of this view. May be given more than once: any of them */
                view?: ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits") | ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits")[];
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of disputes; as CSV and NDJSON all disputes */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disputes"];
                    "application/x-ndjson": components["schemas"]["DisputeLine"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All types, ordered by name */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypes"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Events after this position */
                after?: number;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description Events recorded from the beginning of this date on */
                from?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description `asc` is the order of the log, `desc` is backwards */
                order?: "asc" | "desc";
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Events of this story */
                story?: string;
                /** @description Events recorded by the end of this date */
                to?: string;
                /** @description Events of this type. May be given more than once: any of them */
                type?: ("AccordSigned" | "DealProgressReported" | "DelegationNamed" | "EventCorrected" | "EventCorroborated" | "EventRetracted" | "HostilitiesReported" | "MeetingCancelled" | "MeetingHeld" | "MeetingScheduled" | "MilestoneReported" | "PurchaseCommitted" | "RestrictionImposed" | "RestrictionLifted" | "RestrictionSuspended" | "StatementMade" | "StoryClosed" | "StoryOpened" | "SummitClosed" | "SummitOpened" | "TalksAnnounced" | "TalksCancelled" | "TalksConcluded" | "TalksResumed" | "TalksSessionHeld" | "TalksStarted" | "TariffAnnounced" | "TariffChanged" | "TariffLifted" | "TariffPlanWithdrawn" | "TariffSuspended" | "TariffThreatened" | "TopicDiscussed" | "TruceAgreed" | "TruceBroken" | "TruceEnded" | "TruceExtended" | "VisitCancelled" | "VisitMade" | "VisitPlanned") | ("AccordSigned" | "DealProgressReported" | "DelegationNamed" | "EventCorrected" | "EventCorroborated" | "EventRetracted" | "HostilitiesReported" | "MeetingCancelled" | "MeetingHeld" | "MeetingScheduled" | "MilestoneReported" | "PurchaseCommitted" | "RestrictionImposed" | "RestrictionLifted" | "RestrictionSuspended" | "StatementMade" | "StoryClosed" | "StoryOpened" | "SummitClosed" | "SummitOpened" | "TalksAnnounced" | "TalksCancelled" | "TalksConcluded" | "TalksResumed" | "TalksSessionHeld" | "TalksStarted" | "TariffAnnounced" | "TariffChanged" | "TariffLifted" | "TariffPlanWithdrawn" | "TariffSuspended" | "TariffThreatened" | "TopicDiscussed" | "TruceAgreed" | "TruceBroken" | "TruceEnded" | "TruceExtended" | "VisitCancelled" | "VisitMade" | "VisitPlanned")[];
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/cloudevents-batch+json": components["schemas"]["CloudEvents"];
                    "application/json": components["schemas"]["Events"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    recordEvents: {
        parameters: {
            query?: {
                /** @description Only check, and show how the board would change: nothing is stored */
                dryRun?: boolean;
                /** @description Also show which facts are similar, which subjects are new, and what corrections drop */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The required version of the story, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views have what was recorded */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents-batch+json": components["schemas"]["NewCloudEvent"][];
                "application/cloudevents+json": components["schemas"]["NewCloudEvent"];
                "application/json": components["schemas"]["NewEvent"] | components["schemas"]["NewEvent"][];
            };
        };
        responses: {
            /** @description Everything was stored before; or, for a dry run, what would change */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description true: this is the answer that was kept for the Idempotency-Key */
                    "Idempotency-Replayed"?: string;
                    /** @description `wait=5`, or the requested seconds: the views have what was recorded */
                    "Preference-Applied"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedAnswer"] | components["schemas"]["DryRun"];
                };
            };
            /** @description The events are recorded */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description true: this is the answer that was kept for the Idempotency-Key */
                    "Idempotency-Replayed"?: string;
                    /** @description `wait=5`, or the requested seconds: the views have what was recorded */
                    "Preference-Applied"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedAnswer"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            /** @description `event-id-conflict`: The id belongs to an event with other content; `already-retracted`: What this is about has been retracted; `story-exists`: The story exists already */
            409: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["version-mismatch"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            /** @description `invalid-event`: The event breaks the rules of its type; `unknown-type`: The catalogue has no such event type; `unknown-article`: There is no such article; `quote-not-found`: The quote does not stand in the article; `idempotency-key-reused`: The Idempotency-Key was used for another request; `unknown-target`: There is no such event to act on; `unknown-story`: There is no such story; `story-closed`: The story is closed */
            422: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: {
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDetail"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    correctEvent: {
        parameters: {
            query?: {
                /** @description Only check, and show how the board would change: nothing is stored */
                dryRun?: boolean;
                /** @description Also show which facts are similar, which subjects are new, and what corrections drop */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The required version of the story, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views have what was recorded */
                Prefer?: string;
            };
            path: {
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCorrection"];
                "application/merge-patch+json": components["schemas"]["NewCorrectionPatch"];
            };
        };
        responses: {
            /** @description For a dry run: what would change */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description The event is recorded */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description true: this is the answer that was kept for the Idempotency-Key */
                    "Idempotency-Replayed"?: string;
                    /** @description `wait=5`, or the requested seconds: the views have what was recorded */
                    "Preference-Applied"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedAnswer"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            409: components["responses"]["already-retracted"];
            412: components["responses"]["version-mismatch"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            /** @description `invalid-event`: The event breaks the rules of its type; `unknown-article`: There is no such article; `quote-not-found`: The quote does not stand in the article; `idempotency-key-reused`: The Idempotency-Key was used for another request */
            422: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    corroborateEvent: {
        parameters: {
            query?: {
                /** @description Only check, and show how the board would change: nothing is stored */
                dryRun?: boolean;
                /** @description Also show which facts are similar, which subjects are new, and what corrections drop */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The required version of the story, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views have what was recorded */
                Prefer?: string;
            };
            path: {
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCorroboration"];
            };
        };
        responses: {
            /** @description For a dry run: what would change */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description The event is recorded */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description true: this is the answer that was kept for the Idempotency-Key */
                    "Idempotency-Replayed"?: string;
                    /** @description `wait=5`, or the requested seconds: the views have what was recorded */
                    "Preference-Applied"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedAnswer"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            409: components["responses"]["already-retracted"];
            412: components["responses"]["version-mismatch"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            /** @description `invalid-event`: The event breaks the rules of its type; `unknown-article`: There is no such article; `quote-not-found`: The quote does not stand in the article; `idempotency-key-reused`: The Idempotency-Key was used for another request */
            422: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    retractEvent: {
        parameters: {
            query?: {
                /** @description Only check, and show how the board would change: nothing is stored */
                dryRun?: boolean;
                /** @description Also show which facts are similar, which subjects are new, and what corrections drop */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The required version of the story, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views have what was recorded */
                Prefer?: string;
            };
            path: {
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRetraction"];
            };
        };
        responses: {
            /** @description For a dry run: what would change */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description The event is recorded */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description true: this is the answer that was kept for the Idempotency-Key */
                    "Idempotency-Replayed"?: string;
                    /** @description `wait=5`, or the requested seconds: the views have what was recorded */
                    "Preference-Applied"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedAnswer"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            409: components["responses"]["already-retracted"];
            412: components["responses"]["version-mismatch"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            /** @description `invalid-event`: The event breaks the rules of its type; `unknown-article`: There is no such article; `quote-not-found`: The quote does not stand in the article; `idempotency-key-reused`: The Idempotency-Key was used for another request */
            422: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getSimilar: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                id: components["schemas"]["EventId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The facts */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarFacts"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    importEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description `gzip` where the body is compressed */
                "Content-Encoding"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Any number of lines of JSON */
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ImportLine"];
            };
        };
        responses: {
            /** @description Running totals, a line for each batch */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["Imported"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    followEvents: {
        parameters: {
            query?: {
                /** @description Begins with the event after this position; without it, with the next event that is recorded */
                after?: number;
                /** @description Only events of this story */
                story?: string;
                /** @description Only events of this type. May be given more than once: any of them */
                type?: ("AccordSigned" | "DealProgressReported" | "DelegationNamed" | "EventCorrected" | "EventCorroborated" | "EventRetracted" | "HostilitiesReported" | "MeetingCancelled" | "MeetingHeld" | "MeetingScheduled" | "MilestoneReported" | "PurchaseCommitted" | "RestrictionImposed" | "RestrictionLifted" | "RestrictionSuspended" | "StatementMade" | "StoryClosed" | "StoryOpened" | "SummitClosed" | "SummitOpened" | "TalksAnnounced" | "TalksCancelled" | "TalksConcluded" | "TalksResumed" | "TalksSessionHeld" | "TalksStarted" | "TariffAnnounced" | "TariffChanged" | "TariffLifted" | "TariffPlanWithdrawn" | "TariffSuspended" | "TariffThreatened" | "TopicDiscussed" | "TruceAgreed" | "TruceBroken" | "TruceEnded" | "TruceExtended" | "VisitCancelled" | "VisitMade" | "VisitPlanned") | ("AccordSigned" | "DealProgressReported" | "DelegationNamed" | "EventCorrected" | "EventCorroborated" | "EventRetracted" | "HostilitiesReported" | "MeetingCancelled" | "MeetingHeld" | "MeetingScheduled" | "MilestoneReported" | "PurchaseCommitted" | "RestrictionImposed" | "RestrictionLifted" | "RestrictionSuspended" | "StatementMade" | "StoryClosed" | "StoryOpened" | "SummitClosed" | "SummitOpened" | "TalksAnnounced" | "TalksCancelled" | "TalksConcluded" | "TalksResumed" | "TalksSessionHeld" | "TalksStarted" | "TariffAnnounced" | "TariffChanged" | "TariffLifted" | "TariffPlanWithdrawn" | "TariffSuspended" | "TariffThreatened" | "TopicDiscussed" | "TruceAgreed" | "TruceBroken" | "TruceEnded" | "TruceExtended" | "VisitCancelled" | "VisitMade" | "VisitPlanned")[];
            };
            header?: {
                /** @description The position of the last event received: the stream continues after it, and ignores `after` */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A message for each event, and a comment every 15 seconds, without an end */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    /** @description `no`: a proxy must forward each message at once */
                    "X-Accel-Buffering"?: string;
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    exportEvents: {
        parameters: {
            query?: {
                /** @description Begins after this position, as if everything up to it had been imported already */
                after?: number;
                /** @description Only events of this story, and the articles that they cite */
                story?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events and articles, up to the end of the log as it was when the export began */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description The last position of the export */
                    "Dateline-Position"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ExportedLine"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getSeries: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The clock that steps from day to day. The others are the same for all cells. `knownOn` steps `asOf` and `reportedAsOf` together */
                clock?: "asOf" | "knownOn" | "reportedAsOf" | "recordedAsOf";
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "csv" | "ndjson";
                /** @description The first day, required. Of a month or a year, its first */
                from?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description A day, a week, or a month, which keeps the day of `from` where the month has it */
                step?: "1d" | "1w" | "1m";
                /** @description All subjects of the view that a fact of this story is about. Not together with `subject` */
                story?: string;
                /** @description A subject of the view. May be given more than once. Without it and `story`: all of the view */
                subject?: string | string[];
                /** @description The last day, inclusive, required. Of a month or a year, its last */
                to?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
                /** @description The view, required */
                view?: "deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cells; as CSV and NDJSON all cells */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                    "application/x-ndjson": components["schemas"]["CellLine"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The holder, or nobody */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    openSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session was opened */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The session’s cookie: HttpOnly, SameSite=Strict, and Secure where the request came over TLS */
                    "Set-Cookie"?: string;
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended, or there was none */
            204: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description The session’s cookie: HttpOnly, SameSite=Strict, and Secure where the request came over TLS */
                    "Set-Cookie"?: string;
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listStories: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description What else each story has: `headline` of its brief; how many open `disputes`; the nearest `deadline`. One or more, separated by commas. A page that takes long may then hold fewer stories than its limit, and still have a `next` */
                include?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description Stories about this party. May be given more than once: any of them */
                party?: components["schemas"]["Party"] | components["schemas"]["Party"][];
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description Stories under this topic */
                topic?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of stories */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stories"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    openStory: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The required version of the story, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views have what was recorded */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStory"];
            };
        };
        responses: {
            /** @description The story is open */
            201: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description true: this is the answer that was kept for the Idempotency-Key */
                    "Idempotency-Replayed"?: string;
                    /** @description The story */
                    Location?: string;
                    /** @description `wait=5`, or the requested seconds: the views have what was recorded */
                    "Preference-Applied"?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedStory"];
                };
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `malformed-json`: The body is not a JSON text */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            406: components["responses"]["not-acceptable"];
            409: components["responses"]["story-exists"];
            412: components["responses"]["version-mismatch"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            /** @description `invalid-request`: The body breaks the rules of this resource; `idempotency-key-reused`: The Idempotency-Key was used for another request */
            422: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getBoard: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The board */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getBoards: {
        parameters: {
            query: {
                /** @description Valid time: the dates of the boards, 1 to 32, separated by commas */
                asOf: string;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: never;
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line for each board */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BoardLine"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getBrief: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "md";
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The brief; as Markdown, with a footnote for each source */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brief"];
                    "text/markdown": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getChanges: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The clock of `from` and `to`. On `recordedAsOf` they can be positions (`@17`). The other clocks are bounds */
                clock?: "asOf" | "reportedAsOf" | "recordedAsOf";
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The earlier point: changes after this date, on the clock */
                from?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description The later point: changes up to this date, inclusive; without it, up to the end */
                to?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
                /** @description Subjects of this view. May be given more than once: any of them */
                view?: ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits") | ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits")[];
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of subjects */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listDigests: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description The length of a period: a day, a week from Monday, or a month, in UTC */
                period?: "day" | "week" | "month";
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of digests */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Digests"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listMarks: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "csv" | "ndjson";
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of marks; as CSV and NDJSON all marks */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Marks"];
                    "application/x-ndjson": components["schemas"]["MarkLine"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    replayStory: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The clock that gives the order and to which `to` belongs: that of the world, of the press, or of the record, on which `to` can be a position (`@17`). The other clocks are bounds */
                clock?: "asOf" | "reportedAsOf" | "recordedAsOf";
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description The last point of the replay, inclusive; without it, the end */
                to?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description Of an event stream: `end` where the client has all of it */
                "Last-Event-ID"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The frames, as lines of JSON or as events of a stream */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["Frame"];
                    "text/event-stream": components["schemas"]["Frame"];
                };
            };
            /** @description The client has all of the replay */
            204: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description Facts of this certainty. May be given more than once: any of them */
                certainty?: ("confirmed" | "reported" | "claimed") | ("confirmed" | "reported" | "claimed")[];
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "csv" | "ndjson";
                /** @description Facts whose date begins with this one or later */
                from?: string;
                /** @description Also shows retracted facts */
                include?: "retracted";
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description By date: `desc` is newest first */
                order?: "asc" | "desc";
                /** @description Facts that name this party. May be given more than once: any of them */
                party?: components["schemas"]["Party"] | components["schemas"]["Party"][];
                /** @description Facts that name this person */
                person?: string;
                /** @description Facts that this publisher reports */
                publisher?: string;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description With one `view`: facts of this subject, in the format of the view */
                subject?: string;
                /** @description Facts whose date begins by the end of this one */
                to?: string;
                /** @description Facts of this event type. May be given more than once: any of them */
                type?: ("AccordSigned" | "DealProgressReported" | "DelegationNamed" | "EventCorrected" | "EventCorroborated" | "EventRetracted" | "HostilitiesReported" | "MeetingCancelled" | "MeetingHeld" | "MeetingScheduled" | "MilestoneReported" | "PurchaseCommitted" | "RestrictionImposed" | "RestrictionLifted" | "RestrictionSuspended" | "StatementMade" | "StoryClosed" | "StoryOpened" | "SummitClosed" | "SummitOpened" | "TalksAnnounced" | "TalksCancelled" | "TalksConcluded" | "TalksResumed" | "TalksSessionHeld" | "TalksStarted" | "TariffAnnounced" | "TariffChanged" | "TariffLifted" | "TariffPlanWithdrawn" | "TariffSuspended" | "TariffThreatened" | "TopicDiscussed" | "TruceAgreed" | "TruceBroken" | "TruceEnded" | "TruceExtended" | "VisitCancelled" | "VisitMade" | "VisitPlanned") | ("AccordSigned" | "DealProgressReported" | "DelegationNamed" | "EventCorrected" | "EventCorroborated" | "EventRetracted" | "HostilitiesReported" | "MeetingCancelled" | "MeetingHeld" | "MeetingScheduled" | "MilestoneReported" | "PurchaseCommitted" | "RestrictionImposed" | "RestrictionLifted" | "RestrictionSuspended" | "StatementMade" | "StoryClosed" | "StoryOpened" | "SummitClosed" | "SummitOpened" | "TalksAnnounced" | "TalksCancelled" | "TalksConcluded" | "TalksResumed" | "TalksSessionHeld" | "TalksStarted" | "TariffAnnounced" | "TariffChanged" | "TariffLifted" | "TariffPlanWithdrawn" | "TariffSuspended" | "TariffThreatened" | "TopicDiscussed" | "TruceAgreed" | "TruceBroken" | "TruceEnded" | "TruceExtended" | "VisitCancelled" | "VisitMade" | "VisitPlanned")[];
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
                /** @description Facts about a subject of this view. May be given more than once: any of them */
                view?: ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits") | ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits")[];
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of facts; as CSV and NDJSON all facts */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facts"];
                    "application/x-ndjson": components["schemas"]["FactLine"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listFacts: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description Facts of this certainty. May be given more than once: any of them */
                certainty?: ("confirmed" | "reported" | "claimed") | ("confirmed" | "reported" | "claimed")[];
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "csv" | "ndjson";
                /** @description Facts whose date begins with this one or later */
                from?: string;
                /** @description Also shows retracted facts */
                include?: "retracted";
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description By date: `desc` is newest first */
                order?: "asc" | "desc";
                /** @description Facts that name this party. May be given more than once: any of them */
                party?: components["schemas"]["Party"] | components["schemas"]["Party"][];
                /** @description Facts that name this person */
                person?: string;
                /** @description Facts that this publisher reports */
                publisher?: string;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description Facts of this story */
                story?: string;
                /** @description With one `view`: facts of this subject, in the format of the view */
                subject?: string;
                /** @description Facts whose date begins by the end of this one */
                to?: string;
                /** @description Facts of this event type. May be given more than once: any of them */
                type?: ("AccordSigned" | "DealProgressReported" | "DelegationNamed" | "EventCorrected" | "EventCorroborated" | "EventRetracted" | "HostilitiesReported" | "MeetingCancelled" | "MeetingHeld" | "MeetingScheduled" | "MilestoneReported" | "PurchaseCommitted" | "RestrictionImposed" | "RestrictionLifted" | "RestrictionSuspended" | "StatementMade" | "StoryClosed" | "StoryOpened" | "SummitClosed" | "SummitOpened" | "TalksAnnounced" | "TalksCancelled" | "TalksConcluded" | "TalksResumed" | "TalksSessionHeld" | "TalksStarted" | "TariffAnnounced" | "TariffChanged" | "TariffLifted" | "TariffPlanWithdrawn" | "TariffSuspended" | "TariffThreatened" | "TopicDiscussed" | "TruceAgreed" | "TruceBroken" | "TruceEnded" | "TruceExtended" | "VisitCancelled" | "VisitMade" | "VisitPlanned") | ("AccordSigned" | "DealProgressReported" | "DelegationNamed" | "EventCorrected" | "EventCorroborated" | "EventRetracted" | "HostilitiesReported" | "MeetingCancelled" | "MeetingHeld" | "MeetingScheduled" | "MilestoneReported" | "PurchaseCommitted" | "RestrictionImposed" | "RestrictionLifted" | "RestrictionSuspended" | "StatementMade" | "StoryClosed" | "StoryOpened" | "SummitClosed" | "SummitOpened" | "TalksAnnounced" | "TalksCancelled" | "TalksConcluded" | "TalksResumed" | "TalksSessionHeld" | "TalksStarted" | "TariffAnnounced" | "TariffChanged" | "TariffLifted" | "TariffPlanWithdrawn" | "TariffSuspended" | "TariffThreatened" | "TopicDiscussed" | "TruceAgreed" | "TruceBroken" | "TruceEnded" | "TruceExtended" | "VisitCancelled" | "VisitMade" | "VisitPlanned")[];
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
                /** @description Facts about a subject of this view. May be given more than once: any of them */
                view?: ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits") | ("deals" | "meetings" | "restrictions" | "stories" | "summits" | "talks" | "tariffs" | "truces" | "visits")[];
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of facts; as CSV and NDJSON all facts */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facts"];
                    "application/x-ndjson": components["schemas"]["FactLine"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All views */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Views"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    listItems: {
        parameters: {
            query?: {
                /** @description Subjects whose state has this party as `appliesTo`, in views that have that */
                appliesTo?: components["schemas"]["Party"];
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description Subjects of which the order of the facts is unknown, or with `false` those of which it is known */
                dateUncertain?: boolean;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "csv" | "ndjson";
                /** @description Subjects whose state has this party as `imposedBy`, in views that have that */
                imposedBy?: components["schemas"]["Party"];
                /** @description `history`: also what each item was before, as in its history. JSON has it in `histories`, and a page then may hold fewer items than its limit and still have a `next`. CSV and NDJSON have all steps in place of the items */
                include?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description Subjects whose state names this party. May be given more than once: any of them */
                party?: components["schemas"]["Party"] | components["schemas"]["Party"][];
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description Subjects whose state has this status, as the view names it */
                status?: string;
                /** @description Subjects that a fact of this story is about */
                story?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items; as CSV and NDJSON all items, or with `include=history` all steps of their histories, as CSV with a column for each value */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items"];
                    "application/x-ndjson": components["schemas"]["ItemLine"] | components["schemas"]["StepLine"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getItem: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A subject of the view, for example USA>CHN:all */
                subject: string;
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemAt"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getFacts: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description By date: `desc` is newest first */
                order?: "asc" | "desc";
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A subject of the view, for example USA>CHN:all */
                subject: string;
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of facts */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facts"];
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    getHistory: {
        parameters: {
            query?: {
                /** @description Valid time: only what had happened by the end of this date */
                asOf?: string;
                /** @description The `next` of a page: continues after that page, at the same point of the record */
                cursor?: string;
                /** @description The format of the answer, for clients that cannot set `Accept`. It takes precedence */
                format?: "json" | "csv" | "ndjson";
                /** @description Only what began on this date or later */
                from?: string;
                /** @description What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. `recordedAsOf` can be given too */
                knownOn?: string;
                /** @description The largest number of items */
                limit?: number;
                /** @description Wait until the views have reached this position */
                minPosition?: number;
                /** @description System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`) */
                recordedAsOf?: string;
                /** @description Publication: only what had been published by the end of this date. A source without a date never counts; a fact without a source always does */
                reportedAsOf?: string;
                /** @description Only what began by the end of this date */
                to?: string;
                /** @description On the clock of publication: an account whose source has no date counts from the end of the date of its fact, a correction or retraction with such a source wherever its target does */
                undated?: "include";
            };
            header?: {
                /** @description The ETag of an earlier answer. If the answer has not changed, it is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A subject of the view, for example USA>CHN:all */
                subject: string;
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items; as CSV and NDJSON all items */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                    "application/x-ndjson": components["schemas"]["StepLine"];
                    "text/csv": string;
                };
            };
            /** @description The answer that you have has not changed */
            304: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `bad-parameter`: A parameter or header cannot be understood; `bad-cursor`: The cursor is not one that this list gave out */
            400: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
}
