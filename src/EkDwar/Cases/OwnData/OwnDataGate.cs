namespace EkDwar.Cases.OwnData;

/// <summary>How many people are given their data at once by this node: papers of hundreds of megabytes must not keep everybody else waiting.</summary>
public sealed class OwnDataGate
{
    public const int AtOnce = 8;

    int inside;

    /// <summary>Null when it is full. Disposed, the place is free again.</summary>
    public IDisposable? Enter()
    {
        if (Interlocked.Increment(ref inside) <= AtOnce) return new Place(this);
        Interlocked.Decrement(ref inside);
        return null;
    }

    sealed class Place(OwnDataGate gate) : IDisposable
    {
        int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) Interlocked.Decrement(ref gate.inside);
        }
    }
}
