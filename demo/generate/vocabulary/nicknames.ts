const pairs = `Robert Bob, Robert Rob, William Bill, William Will, Richard Dick, Richard Rick, James Jim, James Jimmy,
  John Jack, Michael Mike, David Dave, Thomas Tom, Joseph Joe, Charles Charlie, Charles Chuck, Daniel Dan, Matthew Matt,
  Christopher Chris, Andrew Andy, Edward Ed, Edward Ted, Anthony Tony, Steven Steve, Stephen Steve, Joshua Josh,
  Benjamin Ben, Samuel Sam, Kenneth Ken, Timothy Tim, Ronald Ron, Jeffrey Jeff, Jacob Jake, Nicholas Nick, Jonathan Jon,
  Lawrence Larry, Gregory Greg, Raymond Ray, Alexander Alex, Patrick Pat, Henry Harry, Nathan Nate, Douglas Doug,
  Zachary Zach, Walter Walt, Gerald Gerry, Albert Al, Theodore Ted, Frederick Fred, Philip Phil, Arthur Art,
  Elizabeth Liz, Elizabeth Beth, Elizabeth Betty, Jennifer Jenny, Patricia Pat, Patricia Trish, Margaret Maggie,
  Margaret Peggy, Susan Sue, Katherine Kate, Katherine Kathy, Catherine Cathy, Nancy Nan, Amanda Mandy, Barbara Barb,
  Rebecca Becky, Deborah Debbie, Michelle Shelly, Sandra Sandy, Dorothy Dot, Christine Chris, Victoria Vicky,
  Samantha Sam, Stephanie Steph, Rachel Rae, Jacqueline Jackie, Abigail Abby, Frances Fran, Teresa Terry, Martha Marty,
  Judith Judy, Alexandra Alex, Eleanor Ellie, Isabella Bella, Danielle Dani, Matilda Tilly, Pamela Pam, Penelope Penny,
  Johannes Hannes, Maximilian Max, Sebastian Basti, Alexander Sascha, Friedrich Fritz, Heinrich Heinz, Joachim Jochen,
  Ulrich Uli, Katharina Kathi, Elisabeth Lisa, Magdalena Lena, Susanne Susi, Gabriele Gabi, Franziska Franzi,
  Stefanie Steffi, Alexandre Alex, Frédéric Fred, Sébastien Seb, Guillaume Guy, José Pepe, Francisco Paco, Jesús Chus,
  Ignacio Nacho, Manuel Manolo, Dolores Lola, Mercedes Merche, Concepción Concha, Guadalupe Lupe, Katarzyna Kasia,
  Aleksandra Ola, Małgorzata Gosia, Aleksandr Sasha, Dmitri Dima, Mikhail Misha, Vladimir Vova`;

/** The short forms of a given name. */
export const nicknames: ReadonlyMap<string, readonly string[]> = collect();

function collect(): Map<string, string[]> {
  const shortForms = new Map<string, string[]>();
  for (const pair of pairs.split(',')) {
    const [name = '', short = ''] = pair.trim().split(/\s+/);
    shortForms.set(name, [...(shortForms.get(name) ?? []), short]);
  }
  return shortForms;
}
