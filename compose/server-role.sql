-- Creates the role of the server, which can add to the log and cannot change it. The image of PostgreSQL runs this file
-- once, on an empty volume.
\getenv password SERVER_PASSWORD
create role dateline login password :'password';
