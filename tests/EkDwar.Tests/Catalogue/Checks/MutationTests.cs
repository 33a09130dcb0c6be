using System.Text;
using EkDwar.Foundation.Yaml;
using EkDwar.Tests.Deadlines;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>
/// Real files broken in hundreds of ways, the same at every run. Nothing but faults may come of it, and where it is certain
/// what is wrong, a fault stands in the very line: that of the change, or of what lost something.
/// </summary>
public sealed class A_service_s_file_that_was_mangled
{
    const int EachKind = 12, OfTheOthers = 4;

    /// <summary>Two plain files, and one for each thing more that a file may say: forms, messages and stages side by side; a licence and a fee by rule; a sanction; a register; parties; slabs.</summary>
    static readonly Dictionary<string, int> Files = new()
    {
        ["income-certificate.yaml"] = EachKind, ["senior-citizen-certificate.yaml"] = EachKind, ["cultural-programme-licence.yaml"] = OfTheOthers, ["trade-licence.yaml"] = OfTheOthers,
        ["old-age-pension.yaml"] = OfTheOthers, ["digital-712-extract.yaml"] = OfTheOthers, ["marriage-registration-village.yaml"] = OfTheOthers, ["solvency-certificate.yaml"] = OfTheOthers,
    };

    /// <summary>One broken file: its bytes, and the line in which a fault is certain; 0 where none is.</summary>
    sealed record Mangled(byte[] Bytes, int Line);

    delegate Mangled? Mangling(List<string> lines, int at, Chance chance);

    static readonly Dictionary<string, Mangling> Kinds = new()
    {
        ["a key renamed"] = (lines, at, _) => Pair(lines[at]) is var (indent, key, rest) ? Changed(lines, at, $"{indent}{key}zqx:{rest}") : null,
        ["a key twice"] = (lines, at, _) => Pair(lines[at]) is ({ } indent, var key, { Length: > 1 }) && !indent.Contains('-') ? Inserted(lines, at + 1, $"{indent}{key}: again") : null,
        ["a list for a value"] = (lines, at, _) => Valued(lines, at, "[1, 2]"),
        ["keys for a value"] = (lines, at, _) => Valued(lines, at, "{a: b}"),
        ["nothing for a value"] = (lines, at, _) => Valued(lines, at, ""),
        ["a reference for a value"] = (lines, at, _) => Valued(lines, at, "*there"),
        // A name in a test may be one word.
        ["a word for a list or keys"] = (lines, at, _) => Pair(lines[at]) is var (indent, key, rest) && key != "name" && rest.StartsWith(" [", StringComparison.Ordinal) | rest.StartsWith(" {", StringComparison.Ordinal) ? Changed(lines, at, $"{indent}{key}: word") : null,
        // Longer than the longest a decimal holds: a question may well allow any number shorter than that.
        ["a huge number"] = (lines, at, _) => Numbered(lines, at, new string('9', 40)),
        ["a word for a number"] = (lines, at, _) => Numbered(lines, at, "many"),
        ["a broken rule"] = (lines, at, _) => Pair(lines[at]) is (var indent, "when", var rest) ? Changed(lines, at, $"{indent}when:{rest} +") : null,
        ["an unknown name in a rule"] = (lines, at, _) => Pair(lines[at]) is (var indent, "when", _) ? Changed(lines, at, $"{indent}when: nobody_asked_this = 1") : null,
        ["a code twice"] = (lines, at, _) => Recoded(lines, at),
        ["a type nobody knows"] = (lines, at, _) => Pair(lines[at]) is (var indent, "type", _) ? Changed(lines, at, $"{indent}type: riddle") : null,
        ["English taken out"] = (lines, at, _) => Pair(lines[at]) is ({ } indent, "en", { Length: > 1 }) && ParentOf(lines, at) is >= 0 and var parent ? Without(lines, at, parent) : null,
        ["a needed key taken out"] = (lines, at, _) => Needed(lines, at),
        ["a comment"] = (lines, at, _) => Changed(lines, at, lines[at] + " # why"),
        ["a tab"] = (lines, at, chance) => Changed(lines, at, lines[at].Insert(chance.Below(lines[at].Length), "\t")),
        ["a zero byte"] = (lines, at, chance) => Changed(lines, at, lines[at].Insert(chance.Below(lines[at].Length), "\0")),
        ["a byte that is no UTF-8"] = (lines, at, chance) => Cut(lines, at, chance, 0xFF),
        ["a file cut short"] = (lines, at, chance) => new(Bytes(lines)[..chance.Below(Bytes(lines).Length)], 0),
        ["a bracket"] = (lines, at, chance) => Changed(lines, at, lines[at].Insert(chance.Below(lines[at].Length), "[{]}\"'"[chance.Below(6)].ToString())) with { Line = 0 },
        ["another indent"] = (lines, at, chance) => Changed(lines, at, new string(' ', chance.Below(9)) + lines[at].TrimStart()) with { Line = 0 },
        ["two lines swapped"] = (lines, at, chance) => Swapped(lines, at, chance.Below(lines.Count)),
        ["lines taken out"] = (lines, at, chance) => new(Bytes([.. lines[..at], .. lines[Math.Min(lines.Count, at + 1 + chance.Below(9))..]]), 0),
        ["bytes of chance"] = Strewn,
    };

    public static TheoryData<string> Ways() => [.. Kinds.Keys];

    [Theory, MemberData(nameof(Ways))]
    public void has_faults_in_the_right_line_and_nothing_worse(string kind)
    {
        var chance = new Chance(kind);
        var made = 0;
        foreach (var (file, wanted) in Files)
        {
            var lines = StateFiles.Text("mh", file).TrimEnd('\n').Split('\n').ToList();
            for (int tries = 0, here = 0; tries < 4_000 && here < wanted; tries++)
            {
                if (Kinds[kind](lines, chance.Below(lines.Count), chance) is not { } mangled) continue;
                (here, made) = (here + 1, made + 1);
                var faults = CheckedAs(file, mangled.Bytes);
                Assert.True(mangled.Line == 0 || faults.Any(fault => fault.At.Line == mangled.Line), $"{kind} in line {mangled.Line}:\n{string.Join('\n', faults)}\n{Encoding.UTF8.GetString(mangled.Bytes)}");
            }
        }
        Assert.True(made >= EachKind, $"{kind}: only {made} made");
    }

    [Fact]
    public void is_made_in_more_than_two_hundred_ways_and_in_every_kind_of_file()
    {
        Assert.True(Kinds.Count * EachKind > 200);
        // What makes each of them more than a plain form, by the first key of it.
        foreach (var key in (string[])["slabs", "amount", "parties", "licence", "sanction", "instant", "form", "messages", "tables"])
            Assert.True(Files.Keys.Any(file => StateFiles.Text("mh", file).Split('\n').Any(line => line.TrimStart(' ', '-').StartsWith(key + ":", StringComparison.Ordinal))), $"no file of these has {key}");
    }

    [Fact]
    public void is_whole_before() => Assert.All(Files.Keys, file => Assert.Empty(CheckedAs(file, Encoding.UTF8.GetBytes(StateFiles.Text("mh", file)))));

    static IReadOnlyList<FileFault> CheckedAs(string file, byte[] bytes)
    {
        var sheet = EkDwar.Onboarding.CheckServices.Checked(bytes, file, Planted.Maharashtra);
        return [.. sheet.Faults.All.Where(fault => !fault.IsRemark)];
    }

    static byte[] Bytes(List<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    /// <summary>A line of one key: what stands before it, the key, and what stands after the colon.</summary>
    static (string Indent, string Key, string After)? Pair(string line)
    {
        var colon = line.IndexOf(':');
        var start = line.TakeWhile(letter => letter is ' ' or '-').Count();
        return colon > start && line[start..colon].All(letter => char.IsAsciiLetterLower(letter) || letter == '_') ? (line[..start], line[start..colon], line[(colon + 1)..]) : null;
    }

    static Mangled Changed(List<string> lines, int at, string line) => new(Bytes([.. lines[..at], line, .. lines[(at + 1)..]]), at + 1);

    static Mangled Inserted(List<string> lines, int at, string line) => new(Bytes([.. lines[..at], line, .. lines[at..]]), at + 1);

    static Mangled Without(List<string> lines, int at, int told) => new(Bytes([.. lines[..at], .. lines[(at + 1)..]]), told + 1);

    static Mangled? Valued(List<string> lines, int at, string value) =>
        Pair(lines[at]) is var (indent, key, rest) && rest.Length > 1 && rest[1] is not ('[' or '{') ? Changed(lines, at, $"{indent}{key}: {value}".TrimEnd()) : null;

    static Mangled? Numbered(List<string> lines, int at, string value) =>
        Pair(lines[at]) is var (indent, key, rest) && rest.Trim() is { Length: > 0 } number && number.All(char.IsAsciiDigit) ? Changed(lines, at, $"{indent}{key}: {value}") : null;

    static Mangled? Recoded(List<string> lines, int at)
    {
        if (Pair(lines[at]) is not (var indent, "code", var code)) return null;
        var next = lines.FindIndex(at + 1, line => Pair(line) is (var other, "code", _) && other == indent);
        // A code of the same list only: between the two stands nothing that is less indented.
        return next > 0 && !lines[at..next].Exists(line => line.TakeWhile(letter => letter == ' ').Count() < indent.IndexOf('-')) ? Changed(lines, next, $"{indent}code:{code}") : null;
    }

    /// <summary>The line of the key, or of the list's entry, that this line belongs to.</summary>
    static int ParentOf(List<string> lines, int at)
    {
        var depth = lines[at].TakeWhile(letter => letter == ' ').Count();
        return lines.FindLastIndex(at, line => line.TakeWhile(letter => letter == ' ').Count() < depth);
    }

    static Mangled? Needed(List<string> lines, int at) => Pair(lines[at]) switch
    {
        ("    ", "type", _) when ParentOf(lines, at) is var parent => Without(lines, at, parent),
        ("    ", "post", _) when ParentOf(lines, at) is var parent => Without(lines, at, parent),
        ("  ", "days" or "kind" or "designated" or "question", _) when ParentOf(lines, at) is var parent => Without(lines, at, parent),
        ("", "version" or "effective_on" or "applicant_name", _) => Without(lines, at, 0),
        ("      ", "value", _) when ParentOf(lines, at) is var parent => Without(lines, at, parent),
        _ => null,
    };

    static Mangled Cut(List<string> lines, int at, Chance chance, byte wrong)
    {
        var before = Encoding.UTF8.GetByteCount(string.Concat(lines[..at].Select(line => line + "\n")) + lines[at][..chance.Below(lines[at].Length)]);
        var bytes = Bytes(lines).ToList();
        bytes.Insert(before, wrong);
        return new([.. bytes], at + 1);
    }

    static Mangled Swapped(List<string> lines, int one, int other)
    {
        var swapped = lines.ToList();
        (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
        return new(Bytes(swapped), 0);
    }

    static Mangled Strewn(List<string> lines, int at, Chance chance)
    {
        var bytes = Bytes(lines);
        for (var i = 0; i < 1 + chance.Below(20); i++) bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
        return new(bytes, 0);
    }

    /// <summary>Numbers as good as chance, the same at every run: a linear congruential generator (Knuth, MMIX).</summary>
    sealed class Chance(string seed)
    {
        ulong state = seed.Aggregate(2026UL, (sum, letter) => sum * 31 + letter);

        public int Below(int limit)
        {
            state = state * 6364136223846793005 + 1442695040888963407;
            return limit <= 0 ? 0 : (int)((state >> 33) % (ulong)limit);
        }
    }
}
