/** What keeps the relay from starting, as a sentence that names the way out. Pure; no sentence holds the address of a database. */
import type { OptionsError } from "./options.ts";
import type { PostgresFault } from "./postgres-fault.ts";

/** What was wrong with the command line or the environment. */
export const optionsLine = (error: OptionsError): string => {
  switch (error.kind) {
    case "port":
      return `Not a port: "${error.given}". Give a whole number from 0 to 65535, for example --port 4280.`;
    case "origin":
      return `Not an origin: "${error.given}". Give scheme, host and port as the browser shows them, for example --origin https://case.example`;
    case "proxies":
      return `Not a number of proxies: "${error.given}". Give how many stand one behind the other before the relay, for example --trust-proxy 1`;
    case "blob_quota":
      return `Not a size: "${error.given}". Give bytes, or a number with KiB, MiB or GiB, for example --blob-quota 1GiB`;
    case "database":
      return "Not an address of a database. Give for example --data postgres://recourse@localhost/recourse; a character like @ / : # or % in a password is written %40 %2F %3A %23 or %25.";
    case "password":
      return "A password on the command line can be read by everybody on this machine. Leave it out of --data and put it into the environment as PGPASSWORD, or give the whole address there as DATA.";
    case "usage":
      return `Not understood: "${error.given}". Usage: [--port NUMBER] [--host ADDRESS] [--data FILE|postgres://USER@HOST/DATABASE] [--origin ORIGIN] [--trust-proxy NUMBER] [--blob-quota SIZE] [--site FOLDER]`;
  }
};

/** Why the database cannot be used. */
export const databaseLine = (fault: PostgresFault): string => {
  switch (fault.kind) {
    case "unreachable":
      return `The database cannot be reached (${fault.code}). Is its server running, and are host and port right?`;
    case "credentials":
      return `The database does not let this user in (${fault.code}). Is the name right, is there a password in PGPASSWORD or DATA, and does pg_hba.conf allow it?`;
    case "no_database":
      return "There is no such database on that server. Make it, for example: createdb --owner=recourse recourse";
    case "denied":
      return "This user may not make tables in the database. Make him its owner, for example: ALTER DATABASE recourse OWNER TO recourse";
    case "read_only":
      return "This database can only be read: it is a standby, or is set so. Give the address of the server that writes.";
    case "old":
      return "This database server is too old. The relay needs PostgreSQL 14 or later.";
    case "unsafe":
      return "This database server does not wait for its disk and would lose what the relay has acknowledged. Set fsync = on in its postgresql.conf and let it read that again.";
    case "taken":
      return "Another relay is using this database. One relay per database: stop the other one, or give this one a database of its own.";
    case "failed":
      return `The database cannot be used (${fault.code}).`;
  }
};
