#include <godwit/error.hpp>

namespace godwit {

// Exit codes follow sysexits.h where it has one (64 usage, 65 data, 66 no input, 69 unavailable,
// 70 software, 73 cannot create, 75 temporary, 77 permission, 78 configuration); 20 to 28 are
// godwit's own.
const std::vector<ErrorInfo>& errorCatalog() {
    using enum ErrorCode;
    static const std::vector<ErrorInfo> kCatalog = {
        {EmptyName,
         "a name is empty",
         65,
         "A computed name given to `godwit::name` has no characters. Literals are checked by the "
         "compiler."},
        {NameTooLong,
         "a name is too long",
         65,
         "A computed name has more than 63 bytes, the most that all four databases take. "
         "PostgreSQL would cut it silently. Choose a shorter one."},
        {TextNotUtf8,
         "a text is not UTF-8",
         65,
         "A name, comment, default, value or statement holds a NUL byte or bytes that are not "
         "UTF-8. No server stores them as written."},
        {BadMigrationId,
         "a migration id is malformed",
         65,
         "Ids read YYYYMMDDHHMMSS_name: 14 digits, an underscore, then lower-case letters, digits "
         "and underscores; at most 190 bytes."},
        {DuplicateMigrationId,
         "a migration id is there twice",
         65,
         "Two migrations of one set have the same id. Give the later one a new id."},
        {MigrationsOutOfOrder,
         "migrations are listed out of order",
         65,
         "A MigrationSet is ascending by id. Add the migrations in the order of their ids."},
        {BadUrl,
         "a database URL cannot be read",
         64,
         "The URL has no known scheme or does not follow the form `scheme://user:password@host:"
         "port/database` (`sqlite:path` for SQLite). Passwords with special characters are "
         "percent-encoded."},
        {DatabaseNotBuiltIn,
         "this build has no driver for the database",
         78,
         "The program was linked without the driver that the URL asks for, because its client "
         "library was missing when godwit was built. Install it and build again."},
        {BadArgument,
         "an argument is out of range",
         64,
         "A call or a command was given a value that makes no sense for it."},
        {UnknownTarget,
         "the named migration is not there",
         64,
         "`--to` names a migration that the program does not have, or that is not applied. "
         "`status` lists what there is."},
        {HandleOutlivesItsTable,
         "a column was changed after its table's block ended",
         65,
         "What `t.string(...)` and its like return is meant for the block of that table. Finish "
         "the column there."},
        {ConfirmationNeeded,
         "the command wants `--yes`",
         64,
         "Rolling back everything destroys data. The command never asks back: say `--yes` to mean "
         "it."},

        {TableWithoutColumns,
         "a new table has no columns",
         65,
         "`createTable` was given a block that adds no column."},
        {DuplicateColumn,
         "a column is there twice",
         65,
         "Two columns of one table have the same name, or an added or renamed column meets one "
         "that exists."},
        {DuplicateObjectName,
         "a constraint or index is there twice",
         65,
         "Two keys, checks or indexes have the same name. Give one of them another name with "
         "`named(...)`."},
        {UnknownColumn,
         "a column is not there",
         65,
         "A key, index, rename or drop names a column that the table does not have."},
        {SecondPrimaryKey,
         "a table has two primary keys",
         65,
         "Only one column may say `primaryKey()`. A key of several columns is written "
         "`t.primaryKey({\"a\", \"b\"})`."},
        {IncompleteForeignKey,
         "a foreign key does not say what it references",
         65,
         "`foreignId`, `foreignUuid` and `foreignKey` want `.references(...)`, with as many "
         "columns as the key has."},
        {BadDefault,
         "a default does not fit its column",
         65,
         "The value given to `defaultTo` is not one that the column's type can hold."},
        {BadType,
         "a type is out of range",
         65,
         "Length, precision or scale are outside what the four databases share, an enumeration "
         "has no or equal values, or `generated()` was said of a type that no database makes."},
        {TableExists,
         "a table is there already",
         65,
         "The migrations before this one have made a table of this name."},
        {UnknownTable,
         "a table is not there any more",
         65,
         "The migrations before this one have dropped or renamed the table."},
        {EnumDiffers,
         "an enum type has two definitions",
         65,
         "Two columns name the same enum type with different values. Use the same values, or "
         "another type name."},
        {TableStillReferenced,
         "a table is still referenced",
         65,
         "Another table has a foreign key to the one being dropped. Drop that key or that table "
         "first. Or SQL of a view, trigger or function names what is renamed or goes, and the "
         "server would not notice: make it again in the same migration, or drop it."},
        {MissingDialectText,
         "raw SQL lacks this database",
         65,
         "`schema.sql` was given no text for the database that the plan is for. Write one, or "
         "`godwit::nothing`."},
        {TransactionControlInSql,
         "raw SQL controls the transaction",
         65,
         "BEGIN, COMMIT, ROLLBACK and their like would end the transaction that keeps a migration "
         "and its history together. godwit opens and closes it; leave the statement out."},
        {NotDeterministic,
         "a migration differs when built twice",
         65,
         "`up` or `down` gave other operations the second time, so what was reviewed would not be "
         "what runs. A migration must not read clocks, files, environment or random numbers."},
        {UnknownConstraint,
         "a constraint or index is not there",
         65,
         "A drop names a key, check or index that the table does not have."},

        {MigrationThrew,
         "a migration threw an exception",
         65,
         "`up()` or `down()` of a migration threw while it was recorded, before anything ran. The "
         "message has the exception's own words."},
        {NotReversible,
         "a change cannot be taken back",
         65,
         "A reversible migration changes something whose former state is neither said by the call "
         "nor "
         "known from the migrations before, because something else made it. Say what it was, as in "
         "`.from(...)`, or write `up()` and `down()`. Or an update chooses its rows by columns "
         "that "
         "could name others on the way back: choose them by a key that the update does not set."},
        {DefinitionDiffers,
         "a drop says otherwise than what is known",
         65,
         "What a drop or a change says was there before is not what the migrations before have "
         "made. "
         "Taking it back would make something else. Write what is known, which the message tells. "
         "Where "
         "a column or table that the SQL names was renamed since, write the SQL as it reads "
         "today."},
        {ObjectExists,
         "an object is there already",
         65,
         "The migrations before this one have made a view, trigger, function, sequence, schema, "
         "policy, role or partition of this name, or something that is in the way of what is to "
         "go."},
        {UnknownObject,
         "an object is not there any more",
         65,
         "The migrations before this one have dropped or renamed the view, trigger, function, "
         "sequence, schema, policy, role or partition."},
        {IncompleteObject,
         "an object is not said in full",
         65,
         "A trigger without an event or a body, a partition without its values, a policy without "
         "an expression, a grant to nobody. The message names what is missing."},

        {CopyNotPossible,
         "no copy can be kept",
         65,
         "`keepCopy()` keeps the rows of a dropped table, or the values of a dropped or changed "
         "column by the table's primary key. The table must be one that the migrations have made, "
         "and a column must not belong to its primary key."},
        {CopyExists,
         "a copy is kept already",
         65,
         "An earlier migration keeps a copy of a table or column of this name, for its own way "
         "down. Let go of it with `schema.dropCopy(...)` before another one is kept."},
        {ValueDoesNotFit,
         "a value does not fit its column",
         65,
         "A row of `insert`, `update`, `erase` or `backfill` gives a column a value that its type "
         "cannot hold: a boolean where a number belongs, a text that is no time."},
        {RowsNotTold,
         "which rows are meant is not said",
         65,
         "`update` and `erase` want `by`, `where` or `allRows`; rows in full go by the table's "
         "primary key, or by columns that `by` names; `backfill` walks by the primary key, or by "
         "columns that are unique and not NULL."},

        {NotSupportedByServer,
         "the server cannot do this",
         78,
         "The database or its version has no such feature. The message names the call and a way "
         "out."},
        {NeedsTableRebuild,
         "SQLite would have to rebuild a table that godwit does not know",
         78,
         "SQLite can make this change only by building the table anew, and no migration says what "
         "the table is. Let a migration create it, or rebuild it with raw SQL."},
        {ServerTooOld,
         "the server is too old",
         78,
         "godwit works with PostgreSQL 12, MySQL 8.0, MariaDB 10.6, SQLite 3.37 and later."},
        {TooLongForServer,
         "a text is too long for the server",
         78,
         "The server limits the length of comments or names and would cut or refuse it."},

        {UnknownMigrationInHistory,
         "the database is newer than the program",
         21,
         "The history holds a migration that the program does not have: an older program met a "
         "newer database, or the file was removed. Run the newer program, or bring the file "
         "back."},
        {MigrationModified,
         "a migration was modified after being applied",
         22,
         "What the program would do under this id is not what was done to the database. Restore "
         "the file and write the change as a new migration."},
        {MigrationsOutOfOrderInHistory,
         "a pending migration is older than an applied one",
         23,
         "A branch with an earlier id was merged later. Give the migration a new id, or allow it "
         "with `allowOutOfOrder` when it does not depend on order."},
        {HistoryFormatUnknown,
         "the history table has another format",
         78,
         "The table of that name was not made by this version of godwit. Use another history "
         "table name, or the godwit that wrote it."},
        {MigrationHalfWay,
         "a migration is half-way, and this run would not finish it",
         28,
         "A run was interrupted between two transactions of a migration, and the next one was "
         "asked "
         "for something else, or has another text of that migration. The error lists what stands. "
         "Finish the migration with the program that began it; or take back by hand what stands "
         "and "
         "say so, as docs/reference/history.md tells."},

        {LockNotAcquired,
         "somebody else is migrating",
         75,
         "Another process held the migration lock for longer than `lockWait`. Nothing was "
         "changed; start again when it is done."},

        {StatementRefused,
         "the server refused a statement",
         65,
         "The server's own sentence says why. The statement is in the error's `where().sql`."},
        {ServerUnreachable,
         "the server cannot be reached",
         69,
         "No server answered at the host and port of the URL, or it refused the connection."},
        {LoginRefused,
         "the server refused the login",
         77,
         "User or password are wrong, or the server does not let this user in from here."},
        {DatabaseNotFound,
         "the database does not exist",
         66,
         "The server has no database of that name, or the directory of the SQLite file does not "
         "exist. godwit creates tables, never databases."},
        {ConnectionLost,
         "the connection was lost",
         75,
         "The server or the network ended the connection. What was open is rolled back by the "
         "server; start again."},
        {OtherServerThanUrl,
         "the server is not the one the URL names",
         64,
         "The URL says `mysql` and the server is MariaDB, or the other way round. Their SQL "
         "differs; write the scheme that fits."},
        {DatabaseReadOnly,
         "the database is read-only",
         73,
         "The server is a replica or read-only, or the SQLite file may not be written. Migrate "
         "through the primary."},
        {DatabaseBusy,
         "a lock was not granted in time",
         75,
         "Another session holds a lock that the statement needs, or the two deadlocked. Start "
         "again when it is done."},
        {PermissionDenied,
         "the user lacks a right",
         77,
         "The database user may not do this. Grant the right that the server names, or use the "
         "user who owns the tables."},
        {TableNotFound,
         "a table does not exist",
         65,
         "A statement names a table or view that the database does not have."},
        {MigrationRolledBack,
         "a migration failed and was rolled back",
         20,
         "Nothing of the failed migration is left by this run; those before it stay applied. Mend "
         "it and start again. On MySQL and MariaDB this is said when the first statement failed; "
         "what an earlier run left half-done still stands."},
        {MigrationPartlyApplied,
         "a migration stopped half-way",
         28,
         "Some statements of the migration stand, each committed before the failed one, and the "
         "error lists them. A migration of several transactions keeps its progress: see to the "
         "cause and start again, and it goes on from there. One that MySQL or MariaDB commit "
         "statement by statement keeps none: take back by hand what stands before the next start, "
         "or finish it by hand and tell the history, as docs/reference/history.md says."},
        {TableNotAsPlanned,
         "a table is not as the migrations made it",
         20,
         "SQLite has to rebuild a table, and what the migration changes there was changed by "
         "somebody else, or stands in its way. The error names it; nothing was changed. Undo that, "
         "or drop it with raw SQL in the migration before the change."},
        {ForeignKeyViolated,
         "rows would refer to none",
         20,
         "A migration that rebuilds an SQLite table leaves rows whose foreign key finds no row, "
         "and that were not there before. The error lists them; all of the migration was rolled "
         "back. While a table is rebuilt SQLite carries out no CASCADE: let the migration delete "
         "or change such rows itself, or one of its own before it."},
        {RebuildWouldLose,
         "a table cannot be rebuilt without loss",
         20,
         "SQLite has to rebuild a table, and rows, a temporary trigger, or a view or trigger that "
         "names what goes would not survive it. Everything was rolled back. The error says what "
         "is in the way."},
        {VerificationFailed,
         "a check of the migration failed",
         20,
         "A query of `verify` gave something else than the migration expects; or one that godwit "
         "asks before it changes the values of an enumeration, whether rows or values of others "
         "stand in the way. PostgreSQL and SQLite roll the migration back. The error has the "
         "query, what was expected and what it gave."},
        {DataStepFailed,
         "the C++ of a data step threw",
         20,
         "A callable of `schema.data` threw an exception while the migration ran. PostgreSQL and "
         "SQLite roll the migration back; a `resumable()` step keeps what it has committed at its "
         "checkpoints. The message has the exception's own words."},
        {AssumptionWrong,
         "the database is not what a migration took for granted",
         20,
         "`schema.hasTable(...)` and its like are answered from the migrations before, so that a "
         "plan "
         "is what runs. The database has something that none of them made, or lacks something that "
         "one of them made. Nothing of the migration was done. Bring the database to what the "
         "migrations say; or ask the database instead, with `ifNotExists()` and `ifExists()`."},

        {Internal,
         "godwit met a case it does not know",
         70,
         "This is a mistake in godwit. Report it with the whole message."},
    };
    return kCatalog;
}

}  // namespace godwit
