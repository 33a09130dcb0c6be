namespace EkDwar.Cases;

/// <summary>
/// Arithmetic in the field of 32 elements (x⁵ + x² + 1), for the check character only. Weights are powers of one generator:
/// none is zero, so one wrong symbol shows; no two are equal, so two swapped symbols show.
/// </summary>
static class Gf32
{
    const int Polynomial = 0b10_0101;
    static readonly byte[] Powers = MakePowers();

    public static int Weight(int place) => Powers[place];

    public static int Multiply(int a, int b)
    {
        var product = 0;
        for (; b != 0; b >>= 1)
        {
            if ((b & 1) != 0) product ^= a;
            a <<= 1;
            if ((a & 32) != 0) a ^= Polynomial;
        }
        return product;
    }

    static byte[] MakePowers()
    {
        var powers = new byte[31];
        powers[0] = 1;
        for (var n = 1; n < powers.Length; n++) powers[n] = (byte)Multiply(powers[n - 1], 2);
        return powers;
    }
}
