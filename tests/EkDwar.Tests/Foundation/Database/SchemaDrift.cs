using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EkDwar.Tests.Foundation.Database;

/// <summary>Where the tables the migrations made and the model the code maps have drifted apart.</summary>
static class SchemaDrift
{
    public static IEnumerable<string> Between(EkDwarDb db, Schema schema)
    {
        var model = db.Model.GetRelationalModel();
        var mapped = model.Tables.SelectMany(table => table.Columns).Select(column => new Column(column.Table.Name, column.Name, column.StoreType, column.IsNullable)).ToList();
        var isSqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        return Columns(mapped, schema, isSqlite ? StoredAs : type => type)
            .Concat(References([.. model.Tables.SelectMany(table => table.ForeignKeyConstraints)], schema))
            .Order(StringComparer.Ordinal);
    }

    static IEnumerable<string> Columns(List<Column> mapped, Schema schema, Func<string, string> storedAs)
    {
        foreach (var column in mapped)
        {
            var actual = schema.Columns.FirstOrDefault(other => other.Table == column.Table && other.Name == column.Name);
            if (actual is null) yield return $"{column.Table}.{column.Name} is mapped and does not exist";
            else if (storedAs(actual.Type) != column.Type) yield return $"{column.Table}.{column.Name} is {actual.Type} and mapped as {column.Type}";
            else if (actual.IsNullable != column.IsNullable) yield return $"{column.Table}.{column.Name} is {(actual.IsNullable ? "nullable" : "not null")} and mapped otherwise";
        }
        foreach (var column in schema.Columns)
            if (!mapped.Any(other => other.Table == column.Table && other.Name == column.Name))
                yield return $"{column.Table}.{column.Name} exists and is not mapped";
    }

    static IEnumerable<string> References(List<IForeignKeyConstraint> keys, Schema schema)
    {
        var mapped = keys.Select(key => new Reference(key.Table.Name, string.Join(',', key.Columns.Select(column => column.Name)), key.PrincipalTable.Name)).ToHashSet();
        foreach (var missing in mapped.Except(schema.References)) yield return $"{missing.Table} ({missing.Columns}) → {missing.Principal} is mapped and does not exist";
        foreach (var unmapped in schema.References.Except(mapped)) yield return $"{unmapped.Table} ({unmapped.Columns}) → {unmapped.Principal} exists and is not mapped";
        foreach (var key in schema.References)
            if (!schema.Indexed.Contains((key.Table, key.Columns.Split(',')[0])))
                yield return $"{key.Table} ({key.Columns}) has no index";
    }

    /// <summary>What SQLite keeps a PostgreSQL type as, in the words of EF Core.</summary>
    static string StoredAs(string type) => type switch
    {
        "uuid" or "text" or "timestamptz" or "date" or "jsonb" => "TEXT",
        "bigint" or "integer" or "boolean" => "INTEGER",
        "bytea" => "BLOB",
        _ => type,
    };
}
