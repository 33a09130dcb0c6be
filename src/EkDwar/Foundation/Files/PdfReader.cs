using System.Text;

namespace EkDwar.Foundation.Files;

/// <summary>
/// Reads PDF values from bytes (ISO 32000-1, 7.2 and 7.3). Whatever cannot be read is null, never an exception;
/// nesting and the number of values are limited, so that a hostile file costs no more than its own length.
/// </summary>
ref struct PdfReader(ReadOnlySpan<byte> bytes, int start)
{
    const int MaxDepth = 64;
    const int MaxValues = 500_000;

    readonly ReadOnlySpan<byte> bytes = bytes;
    int values;

    public int At { get; set; } = start;

    /// <summary>The next value, or null at the end or where there is none.</summary>
    public PdfValue? Value() => Value(0);

    /// <summary>Steps over this word when it comes next.</summary>
    public bool Take(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        if (!bytes[At..].StartsWith(word)) return false;
        At += word.Length;
        return true;
    }

    /// <summary>A whole number without sign; null when there is none, or one over nine quintillions.</summary>
    public long? Whole()
    {
        SkipSpace();
        var from = At;
        var number = 0L;
        for (; At < bytes.Length && bytes[At] is >= (byte)'0' and <= (byte)'9'; At++)
        {
            if (At - from >= 18) return null;
            number = 10 * number + bytes[At] - '0';
        }
        return At > from ? number : null;
    }

    public void SkipSpace()
    {
        for (; At < bytes.Length; At++)
        {
            if (bytes[At] == '%')
            {
                var end = bytes[At..].IndexOfAny((byte)'\r', (byte)'\n');
                At = end < 0 ? bytes.Length - 1 : At + end;
            }
            else if (!IsSpace(bytes[At])) return;
        }
    }

    PdfValue? Value(int depth)
    {
        SkipSpace();
        if (At >= bytes.Length || depth > MaxDepth || ++values > MaxValues) return null;
        switch (bytes[At])
        {
            case (byte)'/': return new PdfValue.Name(Name());
            case (byte)'(': return Text();
            case (byte)'[':
                At++;
                return Items(depth);
            case (byte)'<' when At + 1 < bytes.Length && bytes[At + 1] == '<':
                At += 2;
                return Entries(depth);
            case (byte)'<': return HexText();
            case (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.': return NumberOrReference();
            default: return Word();
        }
    }

    PdfValue.List? Items(int depth)
    {
        var items = new List<PdfValue>();
        while (true)
        {
            SkipSpace();
            if (At >= bytes.Length) return null;
            if (bytes[At] == ']')
            {
                At++;
                return new PdfValue.List(items);
            }
            if (Value(depth + 1) is not { } item) return null;
            items.Add(item);
        }
    }

    PdfValue.Dictionary? Entries(int depth)
    {
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (true)
        {
            if (Take(">>"u8)) return new PdfValue.Dictionary(entries);
            if (At >= bytes.Length || bytes[At] != '/') return null;
            var name = Name();
            if (Value(depth + 1) is not { } value) return null;
            entries[name] = value;
        }
    }

    // #4a stands for J: names are compared only after this is undone, or /#4aS would pass for something else than /JS.
    string Name()
    {
        var name = new StringBuilder();
        for (At++; At < bytes.Length && IsRegular(bytes[At]); At++)
        {
            if (bytes[At] == '#' && At + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[At + 1]) && char.IsAsciiHexDigit((char)bytes[At + 2]))
            {
                name.Append((char)Convert.FromHexString([(char)bytes[At + 1], (char)bytes[At + 2]])[0]);
                At += 2;
            }
            else name.Append((char)bytes[At]);
        }
        return name.ToString();
    }

    PdfValue.Other? Text()
    {
        var open = 0;
        for (; At < bytes.Length; At++)
        {
            switch (bytes[At])
            {
                case (byte)'\\':
                    At++;
                    break;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    At++;
                    return PdfValue.Other.Instance;
            }
        }
        At = bytes.Length;
        return null;
    }

    PdfValue.Other? HexText()
    {
        var end = bytes[At..].IndexOf((byte)'>');
        if (end < 0) return null;
        At += end + 1;
        return PdfValue.Other.Instance;
    }

    PdfValue NumberOrReference()
    {
        var from = At;
        if (Whole() is { } number && (At >= bytes.Length || bytes[At] != '.'))
        {
            var after = At;
            if (number <= int.MaxValue && Whole() is not null && Take("R"u8) && (At >= bytes.Length || !IsRegular(bytes[At])))
                return new PdfValue.Reference((int)number);
            At = after;
            return new PdfValue.Number(number);
        }
        At = from;
        return Word() ?? (PdfValue)PdfValue.Other.Instance;
    }

    PdfValue.Other? Word()
    {
        var from = At;
        while (At < bytes.Length && IsRegular(bytes[At])) At++;
        return At > from ? PdfValue.Other.Instance : null;
    }

    static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    static bool IsRegular(byte b) => !IsSpace(b) && b is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']'
        or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
