// Generated from the OpenAPI document by `npm run client`. What is wrong here is mended where the endpoint is declared.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the documentation */
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
        /** The documentation, to read and try */
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
        /** Whether the process runs */
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
         * Whether requests can be served
         * @description Views that lag or are halted, and queues that are away, are told and do not count. Views that have not moved for 30 seconds while events wait for them do. However many want to know, the parts are asked about once a second.
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
        /** A file of that page */
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
         * @description Its sha256 stays, as do the quotes in events and the reason. Filed again, the text is not kept. An article that was erased before is answered as it is.
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
         * @description Keys and sessions, erasures, rebuilds, verifications, what was changed through pages of libraries, and keys that were not right.
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
        /** The keys, by name, those that have ended included */
        get: operations["listKeys"];
        put?: never;
        /** Makes a key, and shows it once */
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
         * Gives a key another secret, and shows it once
         * @description The name and the role stay. The key before is refused at once, or after the seconds that are asked for; its sessions end with it.
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
        /** Where the log stands */
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
         * Recomputes the whole log, and what stands beside it: heads and articles
         * @description Every hash, that nothing is missing, that times never fall, the heads of the log and of its stories, and the bodies of articles by their sha256. With a head that was noted earlier, a tail that was cut off shows, too.
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
        /** Where the views stand, how far builds have come, and what is halted or has failed */
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
         * @description For going back to an older program. Refused while a program keeps it: unless events have waited for it, or its build has stood still, for a minute. The server builds its own version of the view in its place.
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
         * Builds a view anew from the log, beside the one that serves
         * @description The one that serves goes on until the new one has come as far, and is then replaced at once. While one is being built, no other is begun.
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
         * Folds on a subject that is set aside, from where it stands
         * @description It is folded request by request, in parts, while all others go on, and answers again once it has come as far as its view. Where a request is too much for it again, it stays set aside from there on.
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
        /** The queues of the workers: what waits and for how long, what was given up, and which summaries are not current */
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
        /** Articles, the latest filed first */
        get: operations["listArticles"];
        put?: never;
        /**
         * Files an article that facts are taken from
         * @description The same url and body again is answered with the article as it was first filed; the same url with another body is its next revision.
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
    "/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs out or is due, the nearest first */
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
         * Where sources disagree, by view and subject
         * @description A dispute stays in the list while the fact that it is about still matters, also once it has been settled.
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
        /** What can be recorded: the catalogue of event types */
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
        /** The log, in its order */
        get: operations["listEvents"];
        put?: never;
        /**
         * Records one event or a batch, all or nothing
         * @description The same id with the same content is answered with what is stored, and stored once.
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
        /** One event, with what was said about it since, and whether it stands */
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
         * @description Nothing recorded is changed. What had been believed until now stays readable, as of the record then.
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
         * Adds a further source’s account of a fact: records EventCorroborated
         * @description Without a date or data of its own it tells the same; with them it may disagree, and then the fact is in dispute.
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
         * @description Facts of the same type and subject within 7 days, the nearest first: what may belong together as a fact and its corroboration.
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
         * Records any number of events and articles, a JSON text a line
         * @description Stored in groups of 1,000 lines, each as one request. A line that cannot be stored ends it, with those before it stored; the same sent again goes on, as what is stored already is only counted. So does an import end with its key. An article without its text, or one that was erased, needs an admin’s key.
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
         * The log as it goes on, as server-sent events
         * @description Each message is an event as the log holds it; its id is the position. Who comes back with Last-Event-ID, as an EventSource does by itself, misses nothing and gets nothing twice. A client that takes nothing for 10 seconds is let go. When the key or the session ends, a last message, of the event `error`, says why: `{ "error": { "code", "detail" } }`.
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
         * All that there is, a JSON text a line, to be imported elsewhere
         * @description The log in its order, each article before the first event that names it. The texts of articles are for editors; for others, and where one was erased, the sha256 stands for it.
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
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, by key or by session */
        get: operations["getSession"];
        put?: never;
        /**
         * Exchanges a key for the cookie of a session, for the pages that a browser opens
         * @description The session lasts an hour, not longer than the key, and ends with it or when the key is rotated. A key has 20 sessions at most, and the oldest ends for another one; 20 may be opened in a minute. The cookie lets a browser read; it never records events.
         */
        post: operations["openSession"];
        /** Ends the session of the cookie, if there is one */
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
        /** Stories, newest change first */
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
    "/v1/stories/{slug}/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A story in at most 40 sentences, each with the events behind it
         * @description Made from the board and the facts alone. What is merely claimed is told as whose claim it is. Without clocks it is the brief that the workers keep, which may be a moment behind, and then says so.
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
         * @description On `asOf`: what came about in the world. On `recordedAsOf`: what this record learned. On `reportedAsOf`: what the press did.
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
         * A story by days, weeks or months: what happened, what changed by it, what was corrected since
         * @description The periods in which something happened, the latest first. A fact whose date is known less exactly than the period is in none.
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
    "/v1/stories/{slug}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A story told from the log, step by step, in the order of the world or of the record
         * @description A frame a step, with what it changed. The last one is the board, which is the answer of the story itself at the same point. As an event stream, the last one has the id `end`, and who comes back with that gets 204, so that an `EventSource` does not begin anew.
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
        /** The facts of a story, newest first */
        get: operations["getTimeline"];
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
        /** The items of a view over all stories, by the names of their subjects */
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
         * @description Before its first fact its state is null.
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
        /** All facts that a subject is made of, newest first */
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
        /** The items of a subject over the time of the world, oldest first */
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
        /** @description One source’s telling, with what was corrected */
        Account: {
            certainty: components["schemas"]["Certainty"];
            corrected: boolean;
            data: {
                [key: string]: unknown;
            };
            /** @description The event that gave it: this one, or a corroboration */
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
            /** @description 1, 2, 3, … of its url */
            revision: number;
            /** @description Of its body, hex */
            sha256: string;
            /**
             * @description Its text was never filed here: its sha256 and all else were imported, and give way to whoever files the text
             * @constant
             */
            unverified?: true;
            url: string;
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
            /** @description Who says so, by the source */
            attributedTo?: components["schemas"]["Text"];
            /** @description Words of the source that say so, letter for letter */
            quote?: components["schemas"]["Quote"];
        };
        /** @description Who did what, and when */
        AuditEntry: {
            /** @enum {string} */
            action: "key-created" | "key-rotated" | "key-revoked" | "session-opened" | "session-ended" | "article-erased" | "article-claimed" | "article-verified" | "rebuild-requested" | "generation-dropped" | "subject-retry-requested" | "verify-requested" | "pages-used" | "authentications-failed";
            /** @description The name of the key; null: nobody known */
            actor: string | null;
            address: string;
            at: string;
            detail: {
                [key: string]: unknown;
            };
            id: number;
            /** @description Null: the entry sums up many requests */
            requestId: string | null;
            /** @description What it was done to: the name of a key, the id of an article, a view, an address, a path */
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
            /** @description The nearest first */
            deadlines: components["schemas"]["Deadline"][];
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
            story: components["schemas"]["Story"];
            /** @description The items of each view; a view that is halted is missing */
            views: {
                deals?: components["schemas"]["DealsItem"][];
                meetings?: components["schemas"]["MeetingsItem"][];
                restrictions?: components["schemas"]["RestrictionsItem"][];
                stories?: components["schemas"]["StoriesItem"][];
                summits?: components["schemas"]["SummitsItem"][];
                talks?: components["schemas"]["TalksItem"][];
                tariffs?: components["schemas"]["TariffsItem"][];
                truces?: components["schemas"]["TrucesItem"][];
            };
        };
        /** @description A story told in at most 40 sentences, each with the events behind it */
        Brief: {
            clocks: components["schemas"]["Clocks"];
            /** @description When time alone will change what it says; null: never */
            freshUntil: string | null;
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            headline: string;
            /** @description The position of the log that it was made from */
            madeFrom: number;
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
            /** @description Only where there is something to say */
            sections: components["schemas"]["Section"][];
            /** @description Something of it has changed since it was made, and it is about to be made anew */
            stale: boolean;
        };
        /**
         * @description How sure the source is; what is only claimed stays out of what holds
         * @enum {string}
         */
        Certainty: "confirmed" | "reported" | "claimed";
        /** @description What became of a subject; null: nothing was said of it */
        Change: {
            after: components["schemas"]["Item"] | null;
            before: components["schemas"]["Item"] | null;
            subject: string;
            view: string;
        };
        Changes: {
            clocks: components["schemas"]["Clocks"];
            from: components["schemas"]["Clocks"];
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["SubjectChanged"][];
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
            to: components["schemas"]["Clocks"];
        };
        /** @description What somebody says; it is not in force */
        Claim: {
            /** @description Who says so */
            by: string | null;
            /** @description The data of the event that claims it */
            data: {
                [key: string]: unknown;
            };
            event: string;
            occurredAt: components["schemas"]["ReducedDate"];
        };
        /** @description What an answer resolved its clocks to */
        Clocks: {
            /** @description The last instant of the world that counts; null: no bound */
            asOf: string | null;
            /** @description The one point of the log at which all of it was read */
            position: number;
            /** @description The last instant of the record that counts, or @ and a position; null: no bound */
            recordedAsOf: string | null;
            /** @description The last instant of the press that counts; null: no bound */
            reportedAsOf: string | null;
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
            /** @description Its place in the log */
            position: number;
            /** @description When it was recorded */
            recordedtime: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            /** @description The slug of the story */
            subject: string;
            /** @description The first instant of its date; none of an event about an event */
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
        /** @description A correction: each field that it gives took the place of the whole of that field */
        CorrectionMade: {
            certainty?: components["schemas"]["Certainty"];
            data?: {
                [key: string]: unknown;
            };
            event: string;
            occurredAt?: components["schemas"]["ReducedDate"];
            reason: string;
            recordedAt: string;
            source: components["schemas"]["StoredSource"] | null;
            /** @description The account: the fact itself, or the corroboration that gave it */
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
        /** @description What runs out or is due */
        Deadline: {
            date: components["schemas"]["ReducedDate"];
            /** @description Whole days of UTC to its last day; negative once that has passed */
            daysLeft: number;
            /** @enum {string} */
            kind: "expires" | "due" | "scheduled";
            story: string;
            subject: string;
            view: string;
            what: string;
        };
        Deadlines: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["Deadline"][];
            /** @description How many more there are; absent: none */
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
        /** @description One subject of the view deals. Deals in the making: between whom, on what, and how far they have come */
        DealsItem: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                status: components["schemas"]["DealStatus"];
                subject: components["schemas"]["Text"] | null;
            } | null;
            /** @description That of its latest fact */
            story: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "deals";
        };
        DealsItemAt: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                status: components["schemas"]["DealStatus"];
                subject: components["schemas"]["Text"] | null;
            } | null;
            story: string | null;
            subject: string;
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
        /** @description What happened in a period, what changed by it, what was corrected since */
        Digest: {
            /** @description Its first day */
            from: string;
            headline: string;
            /** @enum {string} */
            kind: "day" | "week" | "month";
            /** @description `2025-10-26`, `2025-W43` or `2025-10` */
            period: string;
            /** @description Only where there is something to say */
            sections: components["schemas"]["Section"][];
            /** @description Its last day */
            to: string;
        };
        Digests: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["Digest"][];
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description Where sources disagree: the winner first */
        Dispute: {
            /** @description What is said by whom: the one that is believed first, and the latest 49 others */
            candidates: {
                /** @description How many there are, listed or not */
                counts: {
                    events: number;
                    publishers: number;
                };
                /** @description The first event that gives it, and the latest 49 others */
                events: string[];
                occurredAt: components["schemas"]["ReducedDate"];
                publishers: string[];
                value: unknown;
            }[];
            /** @description How many there are, listed or not */
            counts: {
                candidates: number;
            };
            /** @description False once it has been settled */
            open: boolean;
            property: string;
            /**
             * @description Sources tell other values, or the same since other dates
             * @enum {string}
             */
            reason: "value" | "date";
        };
        /** @description Where sources disagree about a subject: the winner first */
        DisputeOfSubject: {
            /** @description What is said by whom: the one that is believed first, and the latest 49 others */
            candidates: {
                /** @description How many there are, listed or not */
                counts: {
                    events: number;
                    publishers: number;
                };
                /** @description The first event that gives it, and the latest 49 others */
                events: string[];
                occurredAt: components["schemas"]["ReducedDate"];
                publishers: string[];
                value: unknown;
            }[];
            /** @description How many there are, listed or not */
            counts: {
                candidates: number;
            };
            /** @description False once it has been settled */
            open: boolean;
            property: string;
            /**
             * @description Sources tell other values, or the same since other dates
             * @enum {string}
             */
            reason: "value" | "date";
            subject: string;
            view: string;
        };
        Disputes: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["DisputeOfSubject"][];
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description What would follow: nothing is stored */
        DryRun: {
            /** @description What would become of the board */
            changes: components["schemas"]["Change"][];
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            hints: components["schemas"]["Hints"];
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
        };
        /** @description The reason, which stays */
        Erasure: {
            /** @description Why: a claim of the publisher, a court order */
            reason: components["schemas"]["Text"];
        };
        /** @description An event as the log holds it */
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
            /** @description The publication of its source */
            reportedAt?: components["schemas"]["ReducedDate"];
            /** @description The last position of its request: what one request records becomes known at once */
            requestEnd: number;
            /** @description Of the data as they were recorded; told here by the current schema */
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
                /** @description Its data, right and whole, by the target’s own type */
                data?: components["schemas"]["JsonObject"];
                /** @description When it happened */
                occurredAt?: components["schemas"]["ReducedDate"];
                /** @description What was wrong */
                reason: components["schemas"]["Text"];
                /** @description The event that is corrected: a fact, or one account of it */
                target: components["schemas"]["EventId"];
            } | unknown | unknown | unknown;
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
                /** @description What happened, by this source, whole and by the target’s own type */
                data?: components["schemas"]["JsonObject"];
                /** @description When it happened, by this source */
                occurredAt?: components["schemas"]["ReducedDate"];
                /** @description The fact that it tells */
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
        /** @description An event, and what was said about it since */
        EventDetail: {
            /** @description Who tells it: the one that is believed first, and the latest 49 others; none where it does not stand */
            accounts: components["schemas"]["Account"][];
            certainty?: components["schemas"]["Certainty"];
            contentHash: string;
            /** @description The latest of the fact and its accounts; of a corroboration, of its account */
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
            recordedAt: string;
            /** @description The name of the key that recorded it */
            recordedBy: string;
            /** @description The publication of its source */
            reportedAt?: components["schemas"]["ReducedDate"];
            /** @description The last position of its request: what one request records becomes known at once */
            requestEnd: number;
            /** @description The latest, as with corrections */
            retractions: components["schemas"]["RetractionMade"][];
            /** @description Of the data as they were recorded; told here by the current schema */
            schemaVersion: number;
            source?: components["schemas"]["StoredSource"];
            /** @description Whether it, or the fact that it is about, has not been retracted */
            stands: boolean;
            story: string;
            type: string;
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
        /** @description A type of the catalogue */
        EventType: {
            /**
             * @description What it says something of: the world, the story itself, or another event
             * @enum {string}
             */
            about: "world" | "story" | "event";
            description: string;
            /** @description Data that the schema takes */
            example: {
                [key: string]: unknown;
            };
            /** @description JSON Schema 2020-12 of what may be sent as `data` */
            schema: {
                [key: string]: unknown;
            };
            /**
             * @description Whether such an event must name its source
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
        /** @description An event as it would be posted again, and where it stood: an import passes over that */
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
        /** @description A line of an export: an article before the first event that names it, or an event */
        ExportedLine: components["schemas"]["ExportedEvent"] | {
            article: components["schemas"]["ImportedArticle"];
        } | {
            error: {
                code: string;
                detail: string;
            };
        };
        /** @description Where it was read */
        ExportedSource: {
            /** @description The id of an article; without it, the url and its publisher */
            article?: string;
            attributedTo?: string;
            headline?: string;
            publishedAt?: components["schemas"]["ReducedDate"];
            publisher?: string;
            quote?: string;
            quoteEnd?: number;
            /** @description Where the quote stands in the body of the article, in UTF-16 units */
            quoteStart?: number;
            /**
             * @description Nobody has checked it by the text of the article; publisher, publishedAt and headline are what was said of that
             * @constant
             */
            unverified?: true;
            url?: string;
        };
        /** @description A fact as it stands at the point of the clocks that was asked for */
        Fact: {
            certainty: components["schemas"]["Certainty"];
            /** @description The latest */
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
            recordedAt: string;
            /** @description When the source that tells it published it */
            reportedAt: components["schemas"]["ReducedDate"] | null;
            retracted?: {
                event: string;
                reason: string;
                recordedAt: string;
            };
            sentence: string;
            /** @description Who tells it: the one that is believed first, and the latest 49 others */
            sources: components["schemas"]["FactSource"][];
            story: string;
            type: string;
        };
        Facts: {
            clocks: components["schemas"]["Clocks"];
            items: components["schemas"]["Fact"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description One source’s telling of a fact */
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
            quoteEnd: number | null;
            /** @description Where the quote stands in the body of the article, in UTF-16 units */
            quoteStart: number | null;
            /**
             * @description The text of the article was not here, or does not bear it out: neither its details nor the quote were checked
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
        /** @description One building of a view from the log */
        Generation: {
            changedAt: string;
            error: {
                message: string;
                position: number;
                subject: string | null;
            } | null;
            /** @description Of a view, or a version of one, that this server does not have: another program keeps it */
            foreign: boolean;
            /** @description Its subjects that are set aside, the first 50 */
            haltedSubjects: components["schemas"]["SubjectAside"][];
            id: number;
            /** @description Events of the log that it has still to take in */
            lag: number;
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
            /** @description The last position that it holds */
            position: number;
            /** @description Of a build: the part of the log that is done */
            progress: number | null;
            startedAt: string;
            /**
             * @description halted: its own code failed, and it stays where it was; failed: a build that did, beside one that serves on
             * @enum {string}
             */
            status: "active" | "building" | "halted" | "failed";
            version: number;
            view: string;
        };
        /** @description A subject that is set aside alone, and why; an admin can have it tried again */
        HaltedSubject: {
            reason: string;
            subject: string;
            view: string;
        };
        /** @description What to look at twice */
        Hints: {
            /** @description Subjects that nothing had named before: a new thing, or a slip in its name */
            newSubjects: {
                subject: string;
                view: string;
            }[];
            /** @description Facts that these might be other accounts of: of the same type and subject, within 7 days */
            similar: string[];
        };
        History: {
            clocks: components["schemas"]["Clocks"];
            items: components["schemas"]["Item"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
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
            /** @description Lines that had been stored before */
            duplicates: number;
            /** @description Lines that were stored */
            imported: number;
            /** @description The last position at which one of their events stands; 0 while there is none */
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
                /** @description From 1, empty lines counted */
                line: number;
            };
        };
        /** @description An article in a line of an import or an export */
        ImportedArticle: {
            /** @description The text; without it, with an admin’s key, the sha256 stands for it, and quotes are taken unchecked */
            body?: string;
            byline?: components["schemas"]["Text"];
            /** @description With an admin’s key: why the text was erased */
            erased?: components["schemas"]["Text"];
            headline: components["schemas"]["Text"];
            /** @description The id of an article: a UUID */
            id?: components["schemas"]["EventId"];
            /** @description BCP 47, as in en or pt-BR */
            language?: string;
            /** @description As precisely as known; missing where nobody knows */
            publishedAt?: components["schemas"]["ReducedDate"];
            publisher: components["schemas"]["Text"];
            /** @description With an admin’s key, taken over where the url has none of that number yet */
            revision?: number;
            /** @description Of the body */
            sha256?: string;
            url: components["schemas"]["WebAddress"];
        } | unknown | unknown;
        /** @description A line of an import: an event, or an article that later lines name */
        ImportLine: components["schemas"]["NewEvent"] | {
            article: components["schemas"]["ImportedArticle"];
        };
        /** @description One subject of a view */
        Item: components["schemas"]["DealsItem"] | components["schemas"]["MeetingsItem"] | components["schemas"]["RestrictionsItem"] | components["schemas"]["StoriesItem"] | components["schemas"]["SummitsItem"] | components["schemas"]["TalksItem"] | components["schemas"]["TariffsItem"] | components["schemas"]["TrucesItem"];
        /** @description One subject of a view, at the point of the clocks that was asked for */
        ItemAt: components["schemas"]["DealsItemAt"] | components["schemas"]["MeetingsItemAt"] | components["schemas"]["RestrictionsItemAt"] | components["schemas"]["StoriesItemAt"] | components["schemas"]["SummitsItemAt"] | components["schemas"]["TalksItemAt"] | components["schemas"]["TariffsItemAt"] | components["schemas"]["TrucesItemAt"];
        Items: {
            clocks: components["schemas"]["Clocks"];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["Item"][];
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description An object in the form of the target’s own data */
        JsonObject: Record<string, never>;
        /** @description A key, without its secret: of that only a digest is kept */
        Key: {
            createdAt: string;
            createdBy: string;
            /** @description When it ends by itself; null: never */
            expiresAt: string | null;
            /** @description Stands in the key itself: `dl_<id>_<secret>` */
            id: string;
            /** @description When it was last let in, written some seconds late */
            lastUsedAt: string | null;
            name: string;
            /** @description When it was revoked */
            revokedAt: string | null;
            /**
             * @description reader: reads; editor: also records events, files articles and reads their bodies; admin: also administers
             * @enum {string}
             */
            role: "reader" | "editor" | "admin";
            /** @description When it was given its latest secret; null: the first */
            rotatedAt: string | null;
        };
        /** @description How to change from one secret to the next */
        KeyRotation: {
            /**
             * @description How long the key before is still taken, at most a week
             * @default 0
             */
            overlapSeconds?: number;
        };
        Keys: {
            items: components["schemas"]["Key"][];
            next: string | null;
        };
        /** @description Where the log stands. Noted elsewhere, it shows later that nothing was cut off */
        LogHead: {
            /** @description By how much the time of the log runs ahead of the clock; 0 in ordinary times */
            aheadOfClockMs: number;
            /** @description sha256, hex */
            hash: string;
            /** @description The last position; 0 on an empty log */
            position: number;
            recordedAt: string | null;
        };
        /** @description A key just made, with its secret */
        MadeKey: {
            createdAt: string;
            createdBy: string;
            /** @description When it ends by itself; null: never */
            expiresAt: string | null;
            /** @description Stands in the key itself: `dl_<id>_<secret>` */
            id: string;
            /** @description What the holder sends. Shown this once and never again */
            key: string;
            /** @description When it was last let in, written some seconds late */
            lastUsedAt: string | null;
            name: string;
            /** @description When it was revoked */
            revokedAt: string | null;
            /**
             * @description reader: reads; editor: also records events, files articles and reads their bodies; admin: also administers
             * @enum {string}
             */
            role: "reader" | "editor" | "admin";
            /** @description When it was given its latest secret; null: the first */
            rotatedAt: string | null;
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
        /** @description One subject of the view meetings. Meetings: who meets, when and where, and whether it took place; one that is planned is held only when a fact says so */
        MeetingsItem: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                occasion: components["schemas"]["Text"] | null;
                participants: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                scheduledFor: components["schemas"]["ReducedDate"] | null;
                /** @enum {string} */
                status: "scheduled" | "held" | "cancelled";
            } | null;
            /** @description That of its latest fact */
            story: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "meetings";
        };
        MeetingsItemAt: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                occasion: components["schemas"]["Text"] | null;
                participants: components["schemas"]["Person"][];
                place: components["schemas"]["Place"] | null;
                scheduledFor: components["schemas"]["ReducedDate"] | null;
                /** @enum {string} */
                status: "scheduled" | "held" | "cancelled";
            } | null;
            story: string | null;
            subject: string;
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
                /** @description The line, as the timeline tells it */
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
            /** @description As precisely as known; missing where nobody knows */
            publishedAt?: components["schemas"]["ReducedDate"];
            publisher: components["schemas"]["Text"];
            url: components["schemas"]["WebAddress"];
        };
        /** @description A CloudEvent 1.0, structured */
        NewCloudEvent: {
            /** @description The event as it is posted; what the attributes say may be left out */
            data: {
                [key: string]: unknown;
            };
            datacontenttype?: string;
            dataschema?: string;
            /** @description The id of the event where it is a UUID; else the id follows from it and `source` */
            id: string;
            source: string;
            /** @constant */
            specversion: "1.0";
            /** @description The slug of the story */
            subject?: string;
            /** @description When it happened, where the data do not say so */
            time?: string;
            /** @description `dateline.` and the event type */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What is right: each field that is given takes the place of the whole of that field */
        NewCorrection: {
            /** @description How sure the source is */
            certainty?: components["schemas"]["Certainty"];
            /** @description Its data, right and whole, by the target’s own type */
            data?: components["schemas"]["JsonObject"];
            /** @description When it happened */
            occurredAt?: components["schemas"]["ReducedDate"];
            /** @description What was wrong */
            reason: components["schemas"]["Text"];
            source?: components["schemas"]["Source"];
        } | unknown | unknown | unknown;
        /** @description A further source, and where its account differs */
        NewCorroboration: {
            /** @description How sure this source is */
            certainty?: components["schemas"]["Certainty"];
            /** @description What happened, by this source, whole and by the target’s own type */
            data?: components["schemas"]["JsonObject"];
            /** @description When it happened, by this source */
            occurredAt?: components["schemas"]["ReducedDate"];
            source: components["schemas"]["Source"];
        };
        /** @description An event of the catalogue */
        NewEvent: components["schemas"]["AccordSignedEvent"] | components["schemas"]["DealProgressReportedEvent"] | components["schemas"]["DelegationNamedEvent"] | components["schemas"]["EventCorrectedEvent"] | components["schemas"]["EventCorroboratedEvent"] | components["schemas"]["EventRetractedEvent"] | components["schemas"]["HostilitiesReportedEvent"] | components["schemas"]["MeetingCancelledEvent"] | components["schemas"]["MeetingHeldEvent"] | components["schemas"]["MeetingScheduledEvent"] | components["schemas"]["MilestoneReportedEvent"] | components["schemas"]["PurchaseCommittedEvent"] | components["schemas"]["RestrictionImposedEvent"] | components["schemas"]["RestrictionLiftedEvent"] | components["schemas"]["RestrictionSuspendedEvent"] | components["schemas"]["StatementMadeEvent"] | components["schemas"]["StoryClosedEvent"] | components["schemas"]["StoryOpenedEvent"] | components["schemas"]["SummitClosedEvent"] | components["schemas"]["SummitOpenedEvent"] | components["schemas"]["TalksAnnouncedEvent"] | components["schemas"]["TalksConcludedEvent"] | components["schemas"]["TalksResumedEvent"] | components["schemas"]["TalksSessionHeldEvent"] | components["schemas"]["TalksStartedEvent"] | components["schemas"]["TariffAnnouncedEvent"] | components["schemas"]["TariffChangedEvent"] | components["schemas"]["TariffLiftedEvent"] | components["schemas"]["TariffSuspendedEvent"] | components["schemas"]["TariffThreatenedEvent"] | components["schemas"]["TopicDiscussedEvent"] | components["schemas"]["TruceAgreedEvent"] | components["schemas"]["TruceBrokenEvent"] | components["schemas"]["TruceEndedEvent"] | components["schemas"]["TruceExtendedEvent"] | components["schemas"]["VisitMadeEvent"] | components["schemas"]["VisitPlannedEvent"];
        /** @description A key to make */
        NewKey: {
            /**
             * Format: date-time
             * @description When it ends by itself; missing: never
             */
            expiresAt?: string;
            /** @description Who uses it, as events will say in `recordedBy`. A name is never given to a second key */
            name: components["schemas"]["Text"];
            /**
             * @description reader: reads; editor: also records events, files articles and reads their bodies; admin: also administers
             * @enum {string}
             */
            role: "reader" | "editor" | "admin";
        };
        /** @description Why it no longer counts */
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
        /** @description Somebody by name, with their role and party where known */
        Person: {
            /** @description Name, as a news desk writes it */
            name: components["schemas"]["Text"];
            /** @description For whom they act */
            party?: components["schemas"]["Party"];
            /** @description Title or office, in which they act */
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
        /** @description A refusal, after RFC 9457 */
        Problem: {
            /** @enum {string} */
            code: "malformed-request" | "malformed-json" | "bad-parameter" | "bad-cursor" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "event-id-conflict" | "already-retracted" | "key-exists" | "key-ended" | "generation-kept" | "story-exists" | "version-mismatch" | "too-large" | "unsupported-media-type" | "invalid-event" | "invalid-request" | "unknown-type" | "unknown-story" | "story-closed" | "unknown-article" | "unknown-target" | "quote-not-found" | "idempotency-key-reused" | "rate-limited" | "headers-too-large" | "internal" | "unavailable";
            detail: string;
            /** @description What is wrong and where: JSON Pointers into the body, or `/<name>` of a query parameter */
            errors?: {
                detail: string;
                pointer: string;
            }[];
            /** @description The path that was asked for */
            instance: string;
            requestId: string;
            status: number;
            title: string;
            /** @description `urn:dateline:problem:<code>` */
            type: string;
        };
        /** @description The generations of the views */
        Projections: {
            /** @description The last position of the log */
            head: number;
            items: components["schemas"]["Generation"][];
            /** @description Events that they have still to take in */
            lag: number;
            /** @description Where the active views stand */
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
        /** @description How a queue of the workers stands */
        Queue: {
            /** @description Being done */
            active: number;
            /** @description To be done a little later, or tried again */
            delayed: number;
            /** @description Given up after all retries, and kept */
            failed: number;
            /** @description How long the oldest that is not done has been there */
            oldestSeconds: number | null;
            /** @enum {string} */
            queue: "briefs" | "digests" | "sweep";
            /** @description To be done as soon as a worker is free */
            waiting: number;
        };
        /** @description The queues of the workers, and what they have still to do */
        Queues: {
            /**
             * @description Where the queues are kept
             * @enum {string}
             */
            backend: "Redis" | "PostgreSQL";
            /** @description The latest 50, the newest first */
            deadLetters: components["schemas"]["DeadLetter"][];
            /** @description false: it cannot be reached now, and the queues and dead letters are not known */
            here: boolean;
            items: components["schemas"]["Queue"][];
            /** @description By kind; known without the queues */
            summaries: components["schemas"]["StaleSummaries"][];
        };
        /** @description Words of the source, letter for letter, 1 to 2,000 characters */
        Quote: string;
        /** @description What each part of the server says of itself */
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
        /** @description What a request recorded */
        RecordedAnswer: {
            events: components["schemas"]["RecordedEvent"][];
            hints?: components["schemas"]["Hints"];
            /** @description The last position */
            position: number;
        };
        /** @description Where an event stands */
        RecordedEvent: {
            /**
             * @description It was stored before, with the same content
             * @constant
             */
            duplicate?: true;
            /** @description sha256, hex: of its content and of the event before it */
            hash: string;
            id: string;
            /** @description Its place in the whole log: 1, 2, 3, … without a gap */
            position: number;
            /** @description RFC 3339, UTC, microseconds */
            recordedAt: string;
            story: string;
            /** @description Its place in its story */
            version: number;
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
                /** @description Through when it holds */
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
                /** @description Through when it is lifted, where that is for a time */
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
        /** @description One subject of the view restrictions. Restrictions on trade other than tariffs: who imposed which on whom, and whether they are in force */
        RestrictionsItem: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"] | null;
                goods: components["schemas"]["Text"][];
                imposedBy: components["schemas"]["Party"] | null;
                kind: components["schemas"]["RestrictionKind"] | null;
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description That of its latest fact */
            story: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "restrictions";
        };
        RestrictionsItemAt: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"] | null;
                goods: components["schemas"]["Text"][];
                imposedBy: components["schemas"]["Party"] | null;
                kind: components["schemas"]["RestrictionKind"] | null;
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            story: string | null;
            subject: string;
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
                /** @description Through when it is on hold */
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
            /** @description The account: the fact itself, or the corroboration that gave it */
            target: string;
        };
        Section: {
            sentences: components["schemas"]["Sentence"][];
            title: string;
        };
        /** @description A sentence, and what it cites */
        Sentence: {
            /** @description The events in which all that it names stands: facts, and events about them */
            events: string[];
            text: string;
        };
        /** @description Who asks, and what they may do */
        Session: {
            /** @description When the session is over; null where the key itself was sent */
            expiresAt: string | null;
            /** @description The name of the key: what events recorded with it say as `recordedBy` */
            name: string;
            /** @enum {string} */
            role: "reader" | "editor" | "admin";
        };
        SimilarFacts: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            items: components["schemas"]["Fact"][];
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description A name of lower-case letters and digits joined by hyphens, such as us-china-trade-talks */
        Slug: string;
        /** @description Where it was read: a filed article, or else a page on the web */
        Source: components["schemas"]["ArticleSource"] | components["schemas"]["WebSource"];
        /** @description Summaries of a kind that are not current */
        StaleSummaries: {
            /** @description Of these, how many could not be made */
            failed: number;
            kind: string;
            /** @description To be made anew */
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
        /** @description Where it was read, with what its article gave */
        StoredSource: {
            article?: string;
            attributedTo?: string;
            headline?: string;
            publishedAt?: components["schemas"]["ReducedDate"];
            publisher: string;
            quote?: string;
            quoteEnd?: number;
            /** @description Where the quote stands in the body of the article, in UTF-16 units */
            quoteStart?: number;
            /** @description Of the body of the article */
            sha256?: string;
            /**
             * @description The text of the article was not here, or does not bear it out: neither its details nor the quote were checked
             * @constant
             */
            unverified?: true;
            url: string;
        };
        Stories: {
            clocks: components["schemas"]["Clocks"];
            /** @description Views that this answer lacks: their own code failed before this point of the record, or they are first being built */
            halted: string[];
            /** @description Subjects that this answer lacks, the first 50: before this point of the record one request was too much work for them */
            haltedSubjects: components["schemas"]["HaltedSubject"][];
            items: components["schemas"]["Story"][];
            /** @description How many more there are; absent: none */
            moreHaltedSubjects?: number;
            /** @description The cursor of the next page; null: this is the last */
            next: string | null;
        };
        /** @description One subject of the view stories. Stories: what each is about, and whether it still takes facts */
        StoriesItem: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                parties: components["schemas"]["Party"][];
                /** @enum {string} */
                status: "open" | "closed";
                summary: components["schemas"]["Text"] | null;
                title: components["schemas"]["Text"] | null;
                topics: components["schemas"]["Text"][];
            } | null;
            /** @description That of its latest fact */
            story: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "stories";
        };
        StoriesItemAt: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
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
            /** @description Of its latest event */
            position: number;
            slug: string;
            /** @enum {string} */
            status: "open" | "closed";
            summary: string | null;
            title: string;
            topics: string[];
            /** @description How many events it holds: what If-Match asks for */
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
        /** @description A subject that is set aside alone: one request was too much work for it */
        SubjectAside: {
            haltedAt: string;
            /** @description From this position on it does not answer */
            position: number;
            reason: string;
            /** @description It is to be folded on, from where it stands */
            retrying: boolean;
            subject: string;
        };
        /** @description A subject that is told differently at two points */
        SubjectChanged: {
            after: components["schemas"]["Item"] | null;
            before: components["schemas"]["Item"] | null;
            /** @description What was told in between, the latest 50; none where time alone has changed it */
            events: string[];
            subject: string;
            view: string;
        };
        SubjectRetried: {
            haltedAt: string;
            /** @description From this position on it does not answer */
            position: number;
            reason: string;
            /** @description It is to be folded on, from where it stands */
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
        /** @description One subject of the view summits. Summits: which, where, until when, and whether they are open */
        SummitsItem: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                edition: components["schemas"]["Ordinal"] | null;
                host: components["schemas"]["Party"] | null;
                name: components["schemas"]["Text"];
                place: components["schemas"]["Place"] | null;
                /** @enum {string} */
                status: "open" | "closed";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description That of its latest fact */
            story: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "summits";
        };
        SummitsItemAt: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                edition: components["schemas"]["Ordinal"] | null;
                host: components["schemas"]["Party"] | null;
                name: components["schemas"]["Text"];
                place: components["schemas"]["Place"] | null;
                /** @enum {string} */
                status: "open" | "closed";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            story: string | null;
            subject: string;
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
        TalksConcludedEvent: {
            /**
             * @description How sure the source is
             * @default reported
             */
            certainty?: components["schemas"]["Certainty"];
            data: {
                /** @description What came of them */
                outcome?: components["schemas"]["Text"];
                /** @description Where they were held */
                place?: components["schemas"]["Place"];
                /** @description Which round, as the source counts */
                round?: components["schemas"]["Ordinal"];
                /** @description The series of talks */
                talks: components["schemas"]["Slug"];
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
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                leads: {
                    party: components["schemas"]["Party"];
                    person: components["schemas"]["Person"];
                }[];
                parties: components["schemas"]["Party"][];
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
                    status: "announced" | "under_way" | "concluded";
                }[];
                status: ("announced" | "under_way" | "concluded") | null;
                topics: components["schemas"]["Text"][];
            } | null;
            /** @description That of its latest fact */
            story: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "talks";
        };
        TalksItemAt: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                leads: {
                    party: components["schemas"]["Party"];
                    person: components["schemas"]["Person"];
                }[];
                parties: components["schemas"]["Party"][];
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
                    status: "announced" | "under_way" | "concluded";
                }[];
                status: ("announced" | "under_way" | "concluded") | null;
                topics: components["schemas"]["Text"][];
            } | null;
            story: string | null;
            subject: string;
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
                /** @description The rate from now on; missing where it is not known */
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
                /** @description Through when it is lifted, where that is for a time */
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
        /** @description One subject of the view tariffs. Tariffs of one party on another: the rates told, whether they are in force, and what is announced or threatened */
        TariffsItem: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"];
                basis: components["schemas"]["Basis"] | null;
                comparator: components["schemas"]["Comparator"] | null;
                imposedBy: components["schemas"]["Party"];
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
                previousRatePercent: components["schemas"]["Percent"] | null;
                ratePercent: components["schemas"]["Percent"] | null;
                rates: {
                    basis: components["schemas"]["Basis"] | null;
                    comparator: components["schemas"]["Comparator"] | null;
                    previousRatePercent: components["schemas"]["Percent"] | null;
                    ratePercent: components["schemas"]["Percent"] | null;
                    since: components["schemas"]["ReducedDate"];
                }[];
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description That of its latest fact */
            story: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "tariffs";
        };
        TariffsItemAt: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
            since: components["schemas"]["ReducedDate"] | null;
            state: {
                appliesTo: components["schemas"]["Party"];
                basis: components["schemas"]["Basis"] | null;
                comparator: components["schemas"]["Comparator"] | null;
                imposedBy: components["schemas"]["Party"];
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
                previousRatePercent: components["schemas"]["Percent"] | null;
                ratePercent: components["schemas"]["Percent"] | null;
                rates: {
                    basis: components["schemas"]["Basis"] | null;
                    comparator: components["schemas"]["Comparator"] | null;
                    previousRatePercent: components["schemas"]["Percent"] | null;
                    ratePercent: components["schemas"]["Percent"] | null;
                    since: components["schemas"]["ReducedDate"];
                }[];
                /** @enum {string} */
                status: "in_force" | "suspended" | "lifted" | "unknown";
                until: components["schemas"]["ReducedDate"] | null;
            } | null;
            story: string | null;
            subject: string;
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
                /** @description Through when it is on hold */
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
                /** @description The truce */
                truce: components["schemas"]["Slug"];
                /** @description Through when it holds */
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
                /** @description The truce */
                truce: components["schemas"]["Slug"];
                /** @description Through when it now holds */
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
        /** @description One subject of the view truces. Truces: who agreed on them, until when they hold, and how often they were extended */
        TrucesItem: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
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
                validUntil: components["schemas"]["ReducedDate"] | null;
            } | null;
            /** @description That of its latest fact */
            story: string;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "truces";
        };
        TrucesItemAt: {
            /** @description The latest that stand */
            claims: components["schemas"]["Claim"][];
            clocks: components["schemas"]["Clocks"];
            /** @description What holds at this date is in doubt */
            contested: boolean;
            /** @description How many claims and disputes there are, listed or not */
            counts: {
                claims: number;
                disputes: number;
            };
            /** @description Facts of different precision overlap, and which came first is not known */
            dateUncertain: boolean;
            /** @description The latest that matter */
            disputes: components["schemas"]["Dispute"][];
            /** @description The latest facts behind it, oldest first */
            events: string[];
            /** @description The date of the fact that brought the state; null where only claims are known */
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
                validUntil: components["schemas"]["ReducedDate"] | null;
            } | null;
            story: string | null;
            subject: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            view: "truces";
        };
        VerifyLine: {
            /** @description How many bodies of articles were looked at, once all events are verified */
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
            /** @description Of the event, of the last one of the story, or of the first that cites the article; 0: of none */
            position: number;
            /** @description What is wrong, for people */
            problem: string;
            /** @enum {string} */
            reason: "event-missing" | "event-outside" | "content-changed" | "column-changed" | "version-wrong" | "request-wrong" | "chain-broken" | "time-falls" | "head-differs" | "noted-head-differs" | "stream-missing" | "stream-differs" | "stream-without-events" | "article-missing" | "article-differs" | "body-differs" | "erased-body-kept";
            /** @description Whose stream is wrong */
            story?: string;
        } | {
            error: {
                code: string;
                detail: string;
            };
        };
        /** @description A view: what follows from the facts about one kind of subject */
        View: {
            description: string;
            name: string;
            /** @description JSON Schema 2020-12 of a state */
            schema: {
                [key: string]: unknown;
            };
            /** @description How a subject is written */
            subject: string;
            /** @description A higher one was built anew from the log */
            version: number;
        };
        Views: {
            items: components["schemas"]["View"][];
            next: null;
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
        /**
         * Format: uri
         * @description Address of a page on the web: http or https
         */
        WebAddress: string;
        /** @description A page on the web that is not filed here */
        WebSource: {
            /** @description Who says so, by the source */
            attributedTo?: components["schemas"]["Text"];
            /** @description When it was published */
            publishedAt?: components["schemas"]["ReducedDate"];
            /** @description Who published it */
            publisher: components["schemas"]["Text"];
            /** @description Words of the source that say so, letter for letter */
            quote?: components["schemas"]["Quote"];
            /** @description Where it stands */
            url: components["schemas"]["WebAddress"];
        };
        WholeArticle: {
            /** @description For editors; null once it was erased */
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
            /** @description 1, 2, 3, … of its url */
            revision: number;
            /** @description Of its body, hex */
            sha256: string;
            /**
             * @description Its text was never filed here: its sha256 and all else were imported, and give way to whoever files the text
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
        /** @description Where the body came packed: that it is taken only as it is */
        "Accept-Encoding": string;
        /** @description Where pages of other origins may ask: from which */
        "Access-Control-Allow-Origin": string;
        /** @description Where pages of other origins may ask: which headers they may read */
        "Access-Control-Expose-Headers": string;
        /** @description The methods that there are */
        Allow: string;
        /** @description What a browser may do with the answer */
        "Cache-Control": string;
        /** @description How the answer is packed: `br` or `gzip`, as the request accepts */
        "Content-Encoding": string;
        /** @description What a browser may do with the answer */
        "Content-Security-Policy": string;
        /** @description What a browser may do with the answer */
        "Cross-Origin-Resource-Policy": string;
        /** @description Names what the answer says; sent back as If-None-Match, it saves the body of an answer that has not changed */
        ETag: string;
        /** @description The next page, `rel="next"`; missing on the last */
        Link: string;
        /** @description Where rates are limited: how many requests are left (r), and for how many seconds (t) */
        RateLimit: string;
        /** @description Where rates are limited: how many requests (q) in how many seconds (w) */
        "RateLimit-Policy": string;
        /** @description Seconds after which to try again */
        "Retry-After": number;
        /** @description Where the cookie that came is of a session that is over: that the browser is to forget it */
        "Set-Cookie": string;
        /** @description Behind TLS: that a browser is to come by it from now on */
        "Strict-Transport-Security": string;
        /** @description Headers of the request that the answer depends on */
        Vary: string;
        /** @description What kind of key is needed, and what was wrong with the one that came */
        "WWW-Authenticate": string;
        /** @description What a browser may do with the answer */
        "X-Content-Type-Options": string;
        /** @description Names the request in the log of the server: what you sent as X-Request-Id, or a new id */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
                    /** @description That a page of another origin which opened it has no hold on it */
                    "Cross-Origin-Opener-Policy"?: string;
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description That a link tells nobody where it was */
                    "Referrer-Policy"?: string;
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    /** @description That no other page may frame it */
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
            /** @description It does */
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
            /** @description The text format of Prometheus */
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
            /** @description They can */
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
                /** @description The page of this server to go on to */
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
                    /** @description That a page of another origin which opened it has no hold on it */
                    "Cross-Origin-Opener-Policy"?: string;
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description That a link tells nobody where it was */
                    "Referrer-Policy"?: string;
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    "Strict-Transport-Security": components["headers"]["Strict-Transport-Security"];
                    Vary: components["headers"]["Vary"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    /** @description That no other page may frame it */
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
                /** @description Deeds of this kind */
                action?: "key-created" | "key-rotated" | "key-revoked" | "session-opened" | "session-ended" | "article-erased" | "article-claimed" | "article-verified" | "rebuild-requested" | "generation-dropped" | "subject-retry-requested" | "verify-requested" | "pages-used" | "authentications-failed";
                /** @description What the key of this name did */
                actor?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
            /** @description It has ended */
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
            /** @description Its head */
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
            /** @description Progress, and at the end the verdict */
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
            /** @description It is dropped */
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
            /** @description It is being built */
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
            /** @description It is to be folded on */
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
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description Articles that events of this story were taken from */
                story?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
            /** @description It had been filed before */
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
            /** @description It is filed */
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
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
    listArticleEvents: {
        parameters: {
            query?: {
                /** @description Events after this position */
                after?: number;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
                /** @description Deadlines of this story */
                story?: string;
                /** @description How far ahead: `30d` is the next thirty days */
                within?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deadlines */
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
                };
            };
            /** @description What you have still holds */
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
    listDisputes: {
        parameters: {
            query?: {
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description Only those that are open, or only those that are settled */
                open?: boolean;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
                /** @description Disputes about subjects that a fact of this story has touched */
                story?: string;
                /** @description Disputes about subjects of this view */
                view?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of disputes */
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
                };
            };
            /** @description What you have still holds */
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
    listEventTypes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All types, in the order of their names */
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
            /** @description What you have still holds */
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
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description Events of this story */
                story?: string;
                /** @description Events of this type */
                type?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
    recordEvents: {
        parameters: {
            query?: {
                /** @description Only check, and tell what would become of the board: nothing is stored */
                dryRun?: boolean;
                /** @description Tell besides which facts are similar, and which subjects are new */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The version that the story must have, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views hold what was recorded */
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
            /** @description All of it was stored before; or, of a dry run, what would follow */
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
                    /** @description `wait=5`, or as many seconds as were asked for: the views hold what was recorded */
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
            /** @description It is recorded */
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
                    /** @description `wait=5`, or as many seconds as were asked for: the views hold what was recorded */
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
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description Only check, and tell what would become of the board: nothing is stored */
                dryRun?: boolean;
                /** @description Tell besides which facts are similar, and which subjects are new */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The version that the story must have, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views hold what was recorded */
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
            };
        };
        responses: {
            /** @description Of a dry run: what would follow */
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
            /** @description It is recorded */
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
                    /** @description `wait=5`, or as many seconds as were asked for: the views hold what was recorded */
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
                /** @description Only check, and tell what would become of the board: nothing is stored */
                dryRun?: boolean;
                /** @description Tell besides which facts are similar, and which subjects are new */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The version that the story must have, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views hold what was recorded */
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
            /** @description Of a dry run: what would follow */
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
            /** @description It is recorded */
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
                    /** @description `wait=5`, or as many seconds as were asked for: the views hold what was recorded */
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
                /** @description Only check, and tell what would become of the board: nothing is stored */
                dryRun?: boolean;
                /** @description Tell besides which facts are similar, and which subjects are new */
                hints?: boolean;
            };
            header?: {
                /** @description 1 to 255 characters: the first answer is kept for 24 hours and given again, with Idempotency-Replayed: true */
                "Idempotency-Key"?: string;
                /** @description The version that the story must have, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views hold what was recorded */
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
            /** @description Of a dry run: what would follow */
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
            /** @description It is recorded */
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
                    /** @description `wait=5`, or as many seconds as were asked for: the views hold what was recorded */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description `gzip` where the body comes packed */
                "Content-Encoding"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Lines of JSON, without end */
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ImportLine"];
            };
        };
        responses: {
            /** @description Running totals, a line a group */
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
                /** @description From the event after this position on; without it, from now on */
                after?: number;
                /** @description Events of this story */
                story?: string;
                /** @description Events of this type */
                type?: string;
            };
            header?: {
                /** @description The position of the last event that was received: goes on after it, whatever `after` says */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without an end: a message an event, and a comment every 15 seconds */
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
                    /** @description no: a proxy must hand on each message as it comes */
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
            406: components["responses"]["not-acceptable"];
            429: components["responses"]["rate-limited"];
            500: components["responses"]["internal"];
            503: components["responses"]["unavailable"];
        };
    };
    exportEvents: {
        parameters: {
            query?: {
                /** @description Goes on after this position, as if what comes before it were there already */
                after?: number;
                /** @description Events of this story, and the articles that they name */
                story?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events and articles, up to the end of the log as it was at the beginning */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                    "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "Cross-Origin-Resource-Policy": components["headers"]["Cross-Origin-Resource-Policy"];
                    /** @description The last position that it holds */
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
            /** @description The holder of the key */
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
            /** @description A session is open */
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
                    /** @description The session: HttpOnly, SameSite=Strict, and Secure where the request came over TLS */
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
            /** @description There is none any more */
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
                    /** @description The session: HttpOnly, SameSite=Strict, and Secure where the request came over TLS */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description Stories about this party */
                party?: string;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
                /** @description Stories under this topic */
                topic?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description The version that the story must have, in quotes: "17" */
                "If-Match"?: string;
                /** @description `wait=5`, or other seconds up to 30: answer once the views hold what was recorded */
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
            /** @description It is open */
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
                    /** @description `wait=5`, or as many seconds as were asked for: the views hold what was recorded */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
    getBrief: {
        parameters: {
            query?: {
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
                "If-None-Match"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The brief; as Markdown with a footnote for each source */
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
            /** @description What you have still holds */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description The clock that `from` and `to` are dates of; on `recordedAsOf` they can be positions (`@17`). The others are bounds */
                clock?: "asOf" | "reportedAsOf" | "recordedAsOf";
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description The earlier point: after this date, on the clock */
                from?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
                /** @description The later point: up to this date, inclusive; without it, all that there is */
                to?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description How long a period is: a day, a week from Monday, a month, in UTC */
                period?: "day" | "week" | "month";
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description The order, and the clock that `to` is a date of: that of the world, or that of the record, on which it can be a position (`@17`) */
                clock?: "asOf" | "recordedAsOf";
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
                /** @description The last point that is told, inclusive; without it, the end */
                to?: string;
            };
            header?: {
                /** @description Of an event stream: `end` where it was told to its end */
                "Last-Event-ID"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON, a frame a line, or an event a frame */
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
            /** @description It was told to its end */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description Facts whose date begins with this one or later */
                from?: string;
                /** @description Shows what was withdrawn, too */
                include?: "retracted";
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description Facts that name this party */
                party?: string;
                /** @description Facts that name this person */
                person?: string;
                /** @description Facts that this publisher tells */
                publisher?: string;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
                /** @description With `view`: the subject, as the view writes it */
                subject?: string;
                /** @description Facts of this event type */
                type?: string;
                /** @description With `subject`: the facts that a subject of a view is made of */
                view?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
                "If-None-Match"?: string;
            };
            path: {
                slug: components["schemas"]["Slug"];
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
            /** @description What you have still holds */
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
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description Subjects whose state is about this party */
                party?: string;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
                /** @description Subjects that a fact of this story has touched */
                story?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
                "If-None-Match"?: string;
            };
            path: {
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items; as CSV all of them, with a column for each value */
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
                    "text/csv": string;
                };
            };
            /** @description What you have still holds */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description What you have still holds */
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
                /** @description The world as of this date, inclusive: what had happened by then */
                asOf?: string;
                /** @description Goes on after the page that gave it out, at the same point of the record */
                cursor?: string;
                /** @description How many items at most */
                limit?: number;
                /** @description Wait until the views hold this position */
                minPosition?: number;
                /** @description The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then */
                recordedAsOf?: string;
                /** @description The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always */
                reportedAsOf?: string;
            };
            header?: {
                /** @description The ETag of an answer that you have: where it still holds, the answer is 304 and has no body */
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
            /** @description A page of items */
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
                };
            };
            /** @description What you have still holds */
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
