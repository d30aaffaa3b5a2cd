namespace Luo;

internal static class Program
{
    public static int Main(string[] args) => LuoCommand.Run(args, Console.Out, Console.Error);
}
