-- The role that the server works with: it can add to the log and cannot change it. PostgreSQL's image runs this once, on an empty volume.
\getenv password SERVER_PASSWORD
create role dateline login password :'password';
