using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Foundation.Database;

public class The_tables
{
    /// <summary>Posts are never deleted, and a desk asks for open items only: the index of those is enough.</summary>
    static readonly string[] Accepted = ["work_items (post_id) has no index"];

    [Fact]
    public async Task are_what_the_code_maps()
    {
        await using var database = await FreshDatabase.Make();
        Rules.Hold(await Drift(database), Accepted);
    }

    [Fact]
    public async Task are_caught_drifting()
    {
        await using var database = await FreshDatabase.Make();
        var before = await Drift(database);
        await database.Run("alter table offices add column colour text; drop index persons_account; alter table posts rename column designation to title");
        Assert.Equal(
            ["offices.colour exists and is not mapped", "persons (account_id) has no index", "posts.designation is mapped and does not exist", "posts.title exists and is not mapped"],
            (await Drift(database)).Except(before));
    }

    static async Task<List<string>> Drift(FreshDatabase database)
    {
        await using var db = database.Open();
        return [.. SchemaDrift.Between(db, await Schema.Of(database))];
    }
}
