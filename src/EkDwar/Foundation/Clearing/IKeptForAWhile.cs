namespace EkDwar.Foundation.Clearing;

/// <summary>Something that is kept for a while only, and removed by nobody's order when that is over. Removed twice, by two nodes at once, nothing else happens.</summary>
public interface IKeptForAWhile
{
    /// <summary>Removes at most <paramref name="most"/> of what is past its time. Gives how many it removed: fewer than that, and nothing is left.</summary>
    Task<int> Clear(int most, CancellationToken stopping);
}
