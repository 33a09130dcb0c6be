using EkDwar.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Cases;

public class A_case_reference
{
    const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const string StateLetters = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
    static readonly string[] States = ["MH", "PB", "HR"];

    [Fact]
    public void is_printed_in_groups_and_sent_without_them()
    {
        var reference = CaseReference.Of("MH", 1);
        Assert.Matches("^MH-0000-0000-0001-[0-9A-HJKMNP-TV-Z]$", reference.ToString());
        Assert.Equal(reference.ToString().Replace("-", ""), reference.Compact);
        Assert.StartsWith("HR-ZZZZ-ZZZZ-ZZZZ-", CaseReference.Of("HR", (1L << 60) - 1).ToString());
    }

    [Fact]
    public void never_changes_its_spelling()
    {
        // Printed on slips: a change of weights or symbols would orphan every one of them.
        Assert.Equal("MH-7KQ4-2M9T-XB3W-" + Check("MH7KQ42M9TXB3W"), CaseReference.Of("MH", Value("7KQ42M9TXB3W")).ToString());
    }

    [Fact]
    public void comes_back_from_every_way_it_is_written() =>
        Prop.ForAll(References().ToArbitrary(), reference =>
        {
            foreach (var text in new[] { reference.ToString(), reference.Compact, reference.ToString().ToLowerInvariant(), "  " + reference.ToString().Replace('-', ' ') })
                if (!CaseReference.TryParse(text, out var read) || read != reference) return false;
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void forgives_look_alikes_other_dashes_and_indic_digits()
    {
        var reference = CaseReference.Of("MH", Value("0123456789AB"));
        var text = reference.ToString();
        Assert.Equal(reference, Read(text.Replace('0', 'O')));
        Assert.Equal(reference, Read(text.Replace('0', 'o').Replace('1', 'l')));
        Assert.Equal(reference, Read(text.Replace('1', 'I')));
        Assert.Equal(reference, Read(text.Replace('-', '–')));
        Assert.Equal(reference, Read("\u200e" + text.Replace("-", " \u00a0") + "\n"));
        Assert.Equal(reference, Read(new string([.. text.Select(c => char.IsAsciiDigit(c) ? (char)('०' + (c - '0')) : c)])));
        Assert.Equal(reference, Read(new string([.. text.Select(c => char.IsAsciiDigit(c) ? (char)('੦' + (c - '0')) : c)])));
    }

    [Theory, InlineData("mh"), InlineData("pb"), InlineData("hr")]
    public void has_an_example_for_each_state_that_reads_as_one(string state)
    {
        var example = CaseReference.Example(state).ToString();
        Assert.True(CaseReference.TryParse(example, out var read));
        Assert.Equal((state.ToUpperInvariant(), example), (read.State, read.ToString()));
    }

    [Theory, InlineData(null), InlineData(""), InlineData("MH"), InlineData("MH-7KQ4-2M9T-XB3W"), InlineData("MH-7KQ4-2M9T-XB3W-CC")]
    [InlineData("99-7KQ4-2M9T-XB3W-C"), InlineData("MH-7KU4-2M9T-XB3W-C"), InlineData("MH/7KQ4/2M9T/XB3W/C"), InlineData("MH-7KQ4-2M9T-XB3W-*")]
    [InlineData("मह-7KQ4-2M9T-XB3W-C"), InlineData("\ud835MH7KQ42M9TXB3W")]
    public void is_not_anything_else(string? text) => Assert.False(CaseReference.TryParse(text, out _));

    [Fact]
    public void is_never_zero_and_never_outside_sixty_bits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseReference.Of("MH", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseReference.Of("MH", 1L << 60));
        Assert.Throws<ArgumentException>(() => CaseReference.Of("mh", 1));
        Assert.Throws<ArgumentException>(() => CaseReference.Of("MI", 1));
        Assert.False(CaseReference.TryParse("AA-0000-0000-0000-" + Check("AA000000000000"), out _));
        var made = Enumerable.Range(0, 10_000).Select(_ => CaseReference.New("MH")).ToList();
        Assert.All(made, r => Assert.InRange(r.CaseId, 1, (1L << 60) - 1));
        Assert.Equal(made.Count, made.Distinct().Count());
    }

    [Fact]
    public void uses_all_of_its_sixty_bits()
    {
        var seen = 0L;
        for (var n = 0; n < 1000; n++) seen |= CaseReference.New("PB").CaseId;
        Assert.Equal((1L << 60) - 1, seen);
    }

    [Fact]
    public void shows_every_single_wrong_symbol()
    {
        var tried = 0;
        foreach (var text in Made(10_000))
            for (var at = 0; at < text.Length; at++)
                foreach (var wrong in at < 2 ? StateLetters : Symbols)
                {
                    if (wrong == text[at]) continue;
                    tried++;
                    if (CaseReference.TryParse(text[..at] + wrong + text[(at + 1)..], out _)) Assert.Fail($"{text} with {wrong} at {at} was accepted");
                }
        Assert.Equal(10_000 * ((2 * 24) + (13 * 31)), tried);
    }

    [Fact]
    public void shows_every_swap_of_neighbours()
    {
        var tried = 0;
        foreach (var text in Made(10_000))
            for (var at = 0; at + 1 < text.Length; at++)
            {
                if (text[at] == text[at + 1]) continue;
                tried++;
                if (CaseReference.TryParse(text[..at] + text[at + 1] + text[at] + text[(at + 2)..], out _)) Assert.Fail($"{text} swapped at {at} was accepted");
            }
        Assert.True(tried > 130_000);
    }

    [Fact]
    public void shows_a_reference_moved_to_another_of_our_states()
    {
        foreach (var text in Made(10_000))
            foreach (var state in States)
                Assert.Equal(text.StartsWith(state, StringComparison.Ordinal), CaseReference.TryParse(state + text[2..], out _));
    }

    static IEnumerable<string> Made(int count) => Enumerable.Range(0, count).Select(n => CaseReference.New(States[n % 3]).Compact);

    static Gen<CaseReference> References() =>
        from high in Gen.Choose(0, (1 << 30) - 1)
        from low in Gen.Choose(1, (1 << 30) - 1)
        from first in Gen.Elements(StateLetters.ToCharArray())
        from second in Gen.Elements(StateLetters.ToCharArray())
        select CaseReference.Of($"{first}{second}", ((long)high << 30) | (long)low);

    static CaseReference Read(string text) => CaseReference.TryParse(text, out var read) ? read : default;

    static long Value(string body) => body.Aggregate(0L, (sum, c) => (sum << 5) | (long)Symbols.IndexOf(c));

    // The check character anew, by discrete logarithms over a table of the field written out: 2⁰, 2¹, 2² … modulo x⁵ + x² + 1.
    static char Check(string withoutCheck)
    {
        int[] powers = [1, 2, 4, 8, 16, 5, 10, 20, 13, 26, 17, 7, 14, 28, 29, 31, 27, 19, 3, 6, 12, 24, 21, 15, 30, 25, 23, 11, 22, 9, 18];
        var sum = 0;
        for (var at = 0; at < withoutCheck.Length; at++)
        {
            var value = withoutCheck[at] switch { 'O' => 0, 'L' => 1, 'U' => 2, var c => Symbols.IndexOf(c) };
            if (value != 0) sum ^= powers[(Array.IndexOf(powers, value) + withoutCheck.Length - at) % 31];
        }
        return Symbols[sum];
    }
}
