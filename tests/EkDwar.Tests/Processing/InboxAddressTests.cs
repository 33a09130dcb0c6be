using EkDwar.Processing.Inboxes;

namespace EkDwar.Tests.Processing;

public class An_address_of_an_inbox
{
    [Fact]
    public void says_what_it_narrows_to_and_is_read_back_so()
    {
        foreach (var filter in A_narrowed_inbox.All())
        {
            var pairs = filter.ToQuery(3).TrimStart('?').Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
            Assert.Equal("3", pairs["page"]);
            Assert.Equal(filter, InboxFilter.Parse(name => pairs.GetValueOrDefault(name)));
        }
    }

    [Fact]
    public void says_nothing_where_nothing_is_narrowed() => Assert.Equal("", new InboxFilter().ToQuery());
}
