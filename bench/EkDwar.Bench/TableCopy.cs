using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace EkDwar.Bench;

/// <summary>Binary COPY of one record type into the table it is mapped to, column by column as the model says.</summary>
public sealed class TableCopy
{
    readonly string command;
    readonly (Func<object, object?> Read, NpgsqlDbType Type)[] columns;

    TableCopy(IEntityType entity)
    {
        var properties = entity.GetProperties().ToArray();
        command = $"copy {entity.GetTableName()} ({string.Join(", ", properties.Select(property => property.GetColumnName()))}) from stdin (format binary)";
        columns = [.. properties.Select(property => (Reader(property), TypeOf(property.GetColumnType())))];
    }

    public static Dictionary<Type, TableCopy> All(EkDwarDb db) => db.Model.GetEntityTypes().ToDictionary(entity => entity.ClrType, entity => new TableCopy(entity));

    public async Task Write(NpgsqlConnection connection, IEnumerable<object> rows)
    {
        await using var importer = await connection.BeginBinaryImportAsync(command);
        foreach (var row in rows)
        {
            await importer.StartRowAsync();
            foreach (var (read, type) in columns)
            {
                if (read(row) is { } value) await importer.WriteAsync(value, type);
                else await importer.WriteNullAsync();
            }
        }
        await importer.CompleteAsync();
    }

    static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return converter is null ? getter.GetClrValue : row => converter.ConvertToProvider(getter.GetClrValue(row));
    }

    static NpgsqlDbType TypeOf(string column) => column switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "text" => NpgsqlDbType.Text,
        "bytea" => NpgsqlDbType.Bytea,
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "boolean" => NpgsqlDbType.Boolean,
        "date" => NpgsqlDbType.Date,
        "timestamp with time zone" => NpgsqlDbType.TimestampTz,
        _ => throw new NotSupportedException(column),
    };
}
