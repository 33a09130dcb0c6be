using System.Globalization;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.People.Staff;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Transfers;

/// <summary>Moves several officials of an office on one date: chosen, previewed with the work that stays, ordered; and undone before its day.</summary>
public sealed class TransfersPage(ReadTransfers read, EkDwarDb db, TimeProvider time) : StaffPage
{
    static readonly string[] Acts = ["planned", "undone"];

    public OfficePeople People { get; private set; } = null!;
    public IReadOnlyList<Official> Movable { get; private set; } = [];
    public IReadOnlyList<Transfer> Transfers { get; private set; } = [];

    /// <summary>What the chosen moves come to; empty before anything was chosen.</summary>
    public IReadOnlyList<MovePreview> Preview { get; private set; } = [];
    public DateOnly TakesForceOn { get; private set; }
    public string Address => Desk("people/transfers?office=" + People.Office.OfficeId);
    public DateOnly Today => time.Today();

    /// <summary>Officials of the preview who hold no post of this office after it.</summary>
    public IEnumerable<Guid> WithoutPost => Preview.Select(move => move.From).OfType<Guid>().Distinct()
        .Where(official => Preview.All(move => move.To != official) && !People.Lines.Any(line => line.Holding?.OfficialId == official && Preview.All(move => move.Post.PostId != line.Post.PostId)));

    public async Task<IActionResult> OnGet(Guid office)
    {
        if (!await Open(office)) return NotFound();
        if (JustDone() is var (act, about) && about == office.ToString() && Acts.Contains(act)) Done = T("processing.transfer_done_" + act);
        return Page();
    }

    /// <summary>Writes nothing: sent as a form only because it may name many posts.</summary>
    public async Task<IActionResult> OnPostPreview([FromQuery] Guid office)
    {
        if (!await Open(office)) return NotFound();
        var order = Order("transfer");
        List<Refusal> faults = [.. (order with { UntilOn = null }).Faults(Today, needsUntil: false)];
        if (Moves().Count == 0) faults.Add(new("processing.transfer_nobody"));
        if (faults.Count > 0) return Refused("transfer", faults);
        TakesForceOn = order.FromOn!.Value;
        PutBack(Request.Form.Where(field => field.Key.StartsWith("transfer-", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray()));
        Preview = await read.Preview(People, Moves(), TakesForceOn);
        return Page();
    }

    public async Task<IActionResult> OnPostPlan([FromQuery] Guid office, [FromServices] PlanTransfer plan)
    {
        var planned = await plan.Run(Session, office, Moves(), Order("transfer"));
        if (planned.IsDone) return SeeOther(Desk("people/transfers?office=" + office), "planned", office.ToString());
        db.ChangeTracker.Clear();
        return await Open(office) ? Refused("transfer", planned.Refusals) : NotFound();
    }

    public async Task<IActionResult> OnPostUndo([FromQuery] Guid office, Guid transfer, [FromServices] UndoTransfer undo)
    {
        var undone = await undo.Run(Session, transfer);
        if (undone.IsDone) return SeeOther(Desk("people/transfers?office=" + undone.Value), "undone", undone.Value.ToString());
        db.ChangeTracker.Clear();
        return await Open(office) ? Refused("undo", undone.Refusals) : NotFound();
    }

    public IReadOnlyList<Choice> Choices(PostLine line) =>
    [
        new("", T("processing.transfer_stays")),
        .. line.Holding is null ? (Choice[])[] : [new(Move.Vacant, T("people.staff.vacant"))],
        .. Movable.Where(official => official.OfficialId != line.Holding?.OfficialId).Select(official => new Choice(official.OfficialId.ToString(), Words(official.Names))),
    ];

    public string OrderWords => Request.HasFormContentType ? Typed("transfer-words") : "";

    public string NameOf(Guid official) => (Movable.FirstOrDefault(one => one.OfficialId == official)?.Names ?? People.NameOf(official)).In(Language);

    public string Box(string part) => part switch
    {
        "day" => TakesForceOn.Day.ToString(CultureInfo.InvariantCulture),
        "month" => TakesForceOn.Month.ToString(CultureInfo.InvariantCulture),
        _ => TakesForceOn.Year.ToString(CultureInfo.InvariantCulture),
    };

    List<Move> Moves() => [.. Request.Form.Keys.Where(key => key.StartsWith("transfer-post-", StringComparison.Ordinal) && Guid.TryParse(key["transfer-post-".Length..], out _))
        .Select(key => Move.Of(Guid.Parse(key["transfer-post-".Length..]), Typed(key))).OfType<Move>()];

    async Task<bool> Open(Guid office)
    {
        if (await read.People(Session, office) is not { } people) return false;
        People = people;
        Movable = await read.Movable(Session);
        Transfers = await read.Of(office);
        return true;
    }
}
