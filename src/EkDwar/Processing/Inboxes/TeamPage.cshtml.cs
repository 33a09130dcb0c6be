using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing.Inboxes;

/// <summary>Who below this post has how much: each figure leads to the list it counts.</summary>
public sealed class TeamPage(ReadTeam read, TimeProvider time) : DeskPage
{
    public IReadOnlyList<TeamLine> Lines { get; private set; } = [];

    public string AsOf => DayPart.At(time.UtcNow(), Language);

    public async Task OnGet() => Lines = await read.Run(Session);

    public string List(TeamLine line, DueSpan? due) => Desk("inbox") + new InboxFilter { PostId = line.Post.PostId, Due = due }.ToQuery();

    /// <summary>A shared desk is named by what lies there.</summary>
    public Phrase Named(TeamLine line) => line.Post.IsShared ? T("processing.share.desk", ("post", line.Post.Names.In(Language)))! : Words(line.Post.Names);

    public string PausedList(TeamLine line) => Desk("inbox") + new InboxFilter { PostId = line.Post.PostId }.ToPaused().ToQuery();
}
