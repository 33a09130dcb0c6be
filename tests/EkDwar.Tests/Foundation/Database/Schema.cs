using EkDwar.Foundation.Database;

namespace EkDwar.Tests.Foundation.Database;

sealed record Column(string Table, string Name, string Type, bool IsNullable);

sealed record Reference(string Table, string Columns, string Principal);

/// <summary>The tables as a database has them: columns, foreign keys, and the first column of each index and key.</summary>
sealed record Schema(IReadOnlyList<Column> Columns, IReadOnlyList<Reference> References, IReadOnlySet<(string Table, string Column)> Indexed)
{
    /// <summary>Kept by the migrations themselves.</summary>
    const string Own = "schema_migrations";

    public static Task<Schema> Of(FreshDatabase database) =>
        database.Place.Engine == Engine.Postgres ? OfPostgres(database) : OfSqlite(database);

    static async Task<Schema> OfPostgres(FreshDatabase database)
    {
        var columns = await database.Rows($"""
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and c.relname <> '{Own}'
            """);
        var references = await database.Rows("""
            select k.conrelid::regclass::text, string_agg(a.attname, ',' order by place.ordinality), k.confrelid::regclass::text
            from pg_constraint k cross join lateral unnest(k.conkey) with ordinality as place(number, ordinality)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = place.number
            where k.contype = 'f' and k.connamespace = 'public'::regnamespace group by k.oid, k.conrelid, k.confrelid
            """);
        // A partial index serves no look-up by the foreign key, so it does not count.
        var indexed = await database.Rows("""
            select i.indrelid::regclass::text, a.attname from pg_index i
            join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where c.relnamespace = 'public'::regnamespace and i.indpred is null
            """);
        return Made(columns, references, indexed);
    }

    static async Task<Schema> OfSqlite(FreshDatabase database)
    {
        var tables = $"(select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> '{Own}') t";
        var columns = await database.Rows($"""select t.name, c.name, c.type, c."notnull" = 0 and c.pk = 0 from {tables}, pragma_table_info(t.name) c""");
        var references = await database.Rows($"""select t.name, group_concat(f."from"), f."table" from {tables}, pragma_foreign_key_list(t.name) f group by t.name, f.id""");
        var indexed = await database.Rows($"select t.name, i.name from {tables}, pragma_index_list(t.name) l, pragma_index_info(l.name) i where i.seqno = 0 and l.partial = 0");
        // An integer primary key is the table itself and has no index of its own.
        var rowids = await database.Rows($"select t.name, c.name from {tables}, pragma_table_info(t.name) c where c.pk = 1");
        return Made(columns, references, [.. indexed, .. rowids]);
    }

    static Schema Made(List<string?[]> columns, List<string?[]> references, List<string?[]> indexed) => new(
        [.. columns.Select(row => new Column(row[0]!, row[1]!, row[2]!, row[3] is "True" or "1"))],
        [.. references.Select(row => new Reference(row[0]!, row[1]!, row[2]!))],
        indexed.Select(row => (row[0]!, row[1]!)).ToHashSet());
}
