using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>Which applications wait for somebody who may come and sign before this post.</summary>
public sealed class SignaturesPage(ReadAwaitedSignatures read) : DeskPage
{
    public IReadOnlyList<AwaitedSignatures> Waiting { get; private set; } = [];

    public async Task OnGet() => Waiting = await read.Run(Session);
}
