using System.Text;

namespace LockGraph;

/// <summary>One line for the person who runs the program, in the few cases where nobody else could be told.</summary>
/// <remarks>Past <see cref="Console.Error"/>: a writer that the program put there is its code, and may lock.</remarks>
internal static class StandardError
{
    public static void WriteLine(string line)
    {
        try
        {
            using Stream stream = Console.OpenStandardError();
            byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes("LockGraph: " + line + Environment.NewLine);
            stream.Write(bytes, 0, bytes.Length);
        }
        catch (IOException)
        {
            // Nobody listens.
        }
    }
}
