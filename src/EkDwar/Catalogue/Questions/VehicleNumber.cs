using System.Text.RegularExpressions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A registration mark of an Indian motor vehicle, without its spaces, with the series it belongs to: state, bharat,
/// temporary, vintage, old (as given until 1989), diplomatic or defence. That the vehicle exists is not known here.
/// </summary>
/// <remarks>
/// Central Motor Vehicles Rules, 1989: marks of the states (rule 50 and S.O. 444(E) of 12 June 1989, which leaves out the
/// letters I and O), of the Bharat series (rule 51B, since 2021), vintage vehicles (rules 81A to 81G, since 2021), temporary
/// ones (as standardised in 2021: T, month and year, state, number, letters), diplomatic ones (rules 76 to 80). Old marks are
/// those of the Sixth Schedule of the Motor Vehicles Act, 1939; defence vehicles have their own under section 60 of the Act of 1988.
/// </remarks>
public sealed partial record VehicleNumber(string Mark, string Series, string Shown, string State)
{
    // OR, UA and DD are still on the road beside OD, UK and DN.
    static readonly HashSet<string> States =
    [
        "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP",
        "MZ", "NL", "OD", "OR", "PB", "PY", "RJ", "SK", "TG", "TN", "TR", "TS", "UA", "UK", "UP", "WB",
    ];

    /// <summary>The mark as it was typed, with any spaces, dashes and digits; or why it is none.</summary>
    public static Outcome<VehicleNumber> Read(string typed)
    {
        var mark = Between().Replace(Digits.ToAscii(typed).ToUpperInvariant(), "");
        if (mark.Length == 0) return new Refusal("questions.vehicle_needed", "number");
        if (!mark.All(char.IsAsciiLetterOrDigit)) return new Refusal("questions.vehicle_latin", "number");
        foreach (var (series, form) in Forms)
            if (form.Match(mark) is { Success: true } read)
            {
                var parts = read.Groups.Values.Skip(1).Where(part => part.Length > 0).ToList();
                return Fault(read) is { } wrong ? wrong : new VehicleNumber(mark, series, string.Join(' ', parts.Select(part => part.Value)), read.Groups["state"].Value);
            }
        return new Refusal("questions.vehicle_wrong", "number");
    }

    static Refusal? Fault(Match read)
    {
        if (read.Groups["state"] is { Success: true, Value: var state } && !States.Contains(state)) return new("questions.vehicle_state", "number", ("state", state));
        if (read.Groups["letters"].Value.Any(letter => letter is 'I' or 'O')) return new("questions.vehicle_letters", "number");
        return read.Groups["count"].Value.Length > 0 && read.Groups["count"].Value.All(digit => digit == '0') ? new("questions.vehicle_zero", "number") : null;
    }

    // The narrower forms first: MH VA AB 1234 is no mark of an office VA.
    static readonly (string Series, Regex Form)[] Forms =
    [
        ("bharat", Bharat()), ("temporary", Temporary()), ("vintage", Vintage()), ("state", OfState()), ("diplomatic", Diplomatic()), ("defence", Defence()), ("old", Old()),
    ];

    [GeneratedRegex(@"\A(?<year>2[1-9]|[3-9][0-9])(?<of>BH)(?<number>[0-9]{4})(?<letters>[A-Z]{1,2})\z")]
    private static partial Regex Bharat();

    [GeneratedRegex(@"\A(?<of>T)(?<month>(?:0[1-9]|1[0-2])[0-9]{2})(?<state>[A-Z]{2})(?<count>[0-9]{4})(?<letters>[A-Z]{1,2})\z")]
    private static partial Regex Temporary();

    [GeneratedRegex(@"\A(?<state>[A-Z]{2})(?<of>VA)(?<letters>[A-Z]{2})(?<count>[0-9]{1,4})\z")]
    private static partial Regex Vintage();

    [GeneratedRegex(@"\A(?<state>[A-Z]{2})(?<office>[0-9]{1,2})(?<letters>[A-Z]{0,3})(?<count>[0-9]{1,4})\z")]
    private static partial Regex OfState();

    [GeneratedRegex(@"\A(?<country>[0-9]{1,3})(?<of>CD|CC|UN)(?<count>[0-9]{1,4})\z")]
    private static partial Regex Diplomatic();

    [GeneratedRegex(@"\A(?<year>[0-9]{2})(?<class>[A-Z])(?<count>[0-9]{5,6})(?<check>[A-Z])\z")]
    private static partial Regex Defence();

    [GeneratedRegex(@"\A(?<district>[A-Z]{3})(?<count>[0-9]{1,4})\z")]
    private static partial Regex Old();

    // The broad arrow of a defence vehicle is drawn before its mark, and no part of it.
    [GeneratedRegex(@"[\s.\-–·/↑]+")]
    private static partial Regex Between();
}
