namespace EkDwar.Places;

/// <summary>
/// Who stands over a post by the state's orders of seniority: the posts senior to it at its own office, and whoever heads the
/// nearest office above that has a head. Posts, not people: who acts from them is not asked here.
/// </summary>
public sealed class PostsOver(PostDirectory directory, IReadOnlyDictionary<string, StateProfile> states)
{
    /// <summary>The nearest first; none where no order says anything of the post or of an office above.</summary>
    public async Task<IReadOnlyList<Post>> Of(Guid postId)
    {
        var post = await directory.Post(postId);
        var office = await directory.Office(post.OfficeId);
        var places = await directory.Places(office.State);
        if (!states.TryGetValue(office.State, out var state) || places.CodeOf(office.PlaceId) is not { } place) return [];
        var own = await At(office.OfficeId, state.Seniority.FarAbove(places.KindOf(place), post.Designation));
        foreach (var above in places.OfficesAbove(place))
            if (await At(above.OfficeId, state.Seniority.Heads(places.KindOf(above.Place))) is { Count: > 0 } heads) return [.. own, .. heads];
        return own;
    }

    async Task<IReadOnlyList<Post>> At(Guid officeId, IEnumerable<string> designations)
    {
        var posts = new List<Post>();
        foreach (var designation in designations)
            posts.AddRange((await directory.Alike(officeId, designation)).Where(post => !post.IsShared));
        return posts;
    }
}
