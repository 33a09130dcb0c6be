using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Foundation;

public sealed class A_number_that_names_a_person
{
    [Theory]
    [InlineData("98900 12345", "••••• •2345")]
    [InlineData("आधार 1234 5678 9012, केसनंद", "आधार •••• •••• 9012, केसनंद")]
    [InlineData("९८९००१२३४५", "••••••२३४५")]
    [InlineData("+91-98900-12345.", "+••-•••••-•2345.")]
    [InlineData("601234567890, MAHB0000123", "••••••••7890, MAHB0000123")]
    [InlineData("seema.j@example.org", "s•••@example.org")]
    public void keeps_its_last_four_digits(string text, string masked) => Assert.Equal(masked, MaskedNumbers.In(text));

    [Theory]
    [InlineData("घर क्र. 12, केसनंद, 412207")]
    [InlineData("₹1,42,000, 27 March 1985, MH-7KQ4-2M9T-XB3W-C")]
    [InlineData("12/3/2026")]
    [InlineData("")]
    public void is_no_amount_date_or_postal_code(string text) => Assert.Equal(text, MaskedNumbers.In(text));

    /// <summary>Whatever stands around it, nine digits together never come through.</summary>
    [Fact]
    public void comes_through_nowhere()
    {
        var random = new Random(42);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => "0123456789 -,x९४"[random.Next(16)])]);
            Assert.DoesNotMatch(@"\d{9}", MaskedNumbers.In(text));
        }
    }
}
