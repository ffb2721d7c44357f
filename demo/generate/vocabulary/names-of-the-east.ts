import type { NameList } from './name-list.js';
import { words } from './words.js';

export const slavic: NameList = {
  female: words(`Anna, Katarzyna, Maria, Agnieszka, Ewa, Magdalena, Natalia, Olga, Elena, Irina, Svetlana, Joanna,
    Barbara, Zofia, Aleksandra, Marta, Tatiana, Yulia, Karolina, Monika, Ivana, Jana, Petra, Lenka, Dorota, Beata,
    Oksana, Milena, Jelena, Kateřina, Vesna, Danuta, Małgorzata, Halina, Nadia, Daria`),
  male: words(`Piotr, Krzysztof, Andrzej, Tomasz, Jan, Paweł, Michał, Marcin, Aleksandr, Sergei, Dmitri, Ivan, Andrei,
    Jakub, Łukasz, Grzegorz, Adam, Mikhail, Vladimir, Nikola, Marek, Wojciech, Zbigniew, Jerzy, Pavel, Jiří, Martin,
    Milan, Goran, Bogdan, Oleg, Yuri, Stanisław, Mateusz, Viktor, Roman`),
  family: words(`Nowak, Kowalski, Wiśniewski, Wójcik, Ivanov, Kowalczyk, Kamiński, Lewandowski, Petrov, Zieliński,
    Szymański, Novák, Dąbrowski, Kozłowski, Jankowski, Mazur, Volkov, Kwiatkowski, Krawczyk, Horvat, Kaczmarek, Smirnov,
    Piotrowski, Grabowski, Novotný, Pawłowski, Popov, Michalski, Dvořák, Nowicki, Shevchenko, Adamczyk, Dudek, Kovač,
    Wieczorek, Jabłoński, Król, Majewski, Olszewski, Černý, Jovanović, Jaworski, Wróbel, Malinowski, Bondarenko, Pawlak,
    Witkowski, Walczak, Stępień, Górski, Rutkowski, Procházka, Sikora, Baran, Petrović, Szewczyk`),
  heads: words(`Bara, Biel, Boro, Brzo, Czar, Dobro, Dom, Gala, Gor, Jas, Kali, Kar, Klim, Kos, Kras, Kru, Laso, Lip,
    Mako, Mal, Mir, Niem, Ost, Pod, Radz, Rom, Rud, Sado, Stan, Tarn, Urb, Wal, Wit, Zabo, Zale`),
  tails: words(`bowski, czak, czyk, dowski, enko, ewicz, ewski, iak, ik, inski, kowski, la, lik, linski, mirski, nicki,
    niak, nik, nowicz, nowski, owicz, rek, rowski, sik, ski, szek, towski, ul, wicki, zik`),
};

export const indian: NameList = {
  female: words(`Priya, Anjali, Pooja, Neha, Sunita, Kavita, Deepika, Divya, Lakshmi, Meera, Anita, Shreya, Asha, Rekha,
    Sneha, Nisha, Swati, Radha, Sangeeta, Geeta, Aditi, Ananya, Ritu, Rani, Shanti, Usha, Vidya, Jyoti, Preeti, Padma`),
  male: words(`Rahul, Amit, Rajesh, Sanjay, Vijay, Suresh, Arjun, Anil, Ravi, Vikram, Rohit, Ashok, Deepak, Manoj, Arun,
    Ajay, Sunil, Rakesh, Nikhil, Karthik, Aditya, Ramesh, Mahesh, Sandeep, Harish, Gaurav, Kiran, Mohan, Naveen, Varun`),
  family: words(`Patel, Singh, Sharma, Kumar, Gupta, Shah, Reddy, Khan, Verma, Joshi, Mehta, Rao, Nair, Desai, Iyer,
    Agarwal, Das, Jain, Mishra, Chopra, Kapoor, Malhotra, Banerjee, Mukherjee, Chatterjee, Pillai, Menon, Bose, Sinha,
    Pandey, Yadav, Chauhan, Bhatt, Thakur, Saxena, Trivedi, Naidu, Kulkarni, Patil, Ghosh, Dutta, Sethi, Bhatia, Arora`),
  heads:
    words(`Anan, Bala, Bhat, Chan, Dev, Gan, Gopal, Hari, Jay, Krishna, Kul, Laksh, Mahal, Muk, Naga, Nara, Pad, Prak,
    Raj, Rama, Sam, Satya, Shiv, Sri, Subra, Venka, Vidya, Vish`),
  tails: words(`deep, dharan, gar, karan, kar, krishnan, kumar, lal, ma, math, murthy, nan, nath, pal, pathy, prasad,
    raman, rajan, rao, sekhar, singh, swamy, taram, tesh, varma, walia`),
};

export const chinese: NameList = {
  female: words(`Wei, Fang, Xiuying, Na, Min, Jing, Li, Yan, Juan, Xia, Mei, Hui, Ying, Ling, Xue, Lan, Yun, Hong, Qing,
    Yue, Xin, Jia, Meiling, Yuxin, Zihan, Shan, Wenjing, Xiaoli, Lihua, Ting`),
  male: words(`Wei, Qiang, Lei, Jun, Yang, Yong, Jie, Tao, Ming, Chao, Gang, Ping, Bin, Hao, Feng, Peng, Long, Jian, Bo,
    Kai, Zhiqiang, Haoran, Xiaoming, Jianguo, Weidong, Guang, Liang, Rui, Sheng, Zhen`),
  family: words(`Wang, Li, Zhang, Liu, Chen, Yang, Huang, Zhao, Wu, Zhou, Xu, Sun, Ma, Zhu, Hu, Guo, He, Lin, Gao, Luo,
    Zheng, Liang, Xie, Song, Tang, Deng, Han, Feng, Cao, Peng, Zeng, Xiao, Tian, Dong, Pan, Yuan, Cai, Jiang, Yu, Du, Ye,
    Cheng, Wei, Su, Lu, Ding, Ren, Shen, Yao, Lam, Wong, Chan, Cheung, Lau, Leung, Ng, Kwok, Tsang`),
  heads: words(`Ou, Shang, Si, Zhu, Xia, Huang, Dong, Nan, Bai, Gong, Chang, Du, Lin, Mu, Tai`),
  tails: words(`yang, guan, ma, ge, hou, fu, fang, gong, li, sun, rong, zu, chi, shi, kong`),
};

export const arabic: NameList = {
  female: words(`Fatima, Aisha, Maryam, Zainab, Khadija, Layla, Amina, Noor, Hana, Salma, Yasmin, Sara, Leila, Rania,
    Huda, Samira, Nadia, Farah, Dina, Mona, Zahra, Amal, Iman, Lina, Reem, Jamila, Karima, Soraya, Malika, Safiya`),
  male: words(`Mohammed, Ahmed, Ali, Omar, Hassan, Ibrahim, Khalid, Yusuf, Hussein, Mustafa, Abdullah, Karim, Tariq, Said,
    Bilal, Hamza, Samir, Rashid, Jamal, Nabil, Mahmoud, Faisal, Walid, Ismail, Idris, Salim, Adel, Amir, Rami, Ziad`),
  family: words(`Khan, Ahmed, Hassan, Ali, Hussain, Mohamed, Ibrahim, Mahmoud, Rahman, Haddad, Saleh, Mansour, Abbas,
    Nasser, Khalil, Farah, Aziz, Hamdan, Said, Omar, Osman, Najjar, Qureshi, Malik, Bakri, Darwish, El-Sayed, Al-Masri,
    Al-Hashimi, Benali, Bennani, Cherif, Habib, Hamidi, Jaber, Kassem, Mourad, Rashid, Sabbagh, Zaman, Amrani, Belkacem`),
  heads: words(`Abu, Al-, Bel, Ben, Bou, El-, Ham, Kha, Mah, Nas, Qad, Ra, Sha, Ta, Za`),
  tails: words(`baz, bari, dani, did, fari, ghani, hadi, jari, khani, lal, madi, nawi, qari, rafi, shadi, tani, wadi,
    yadi, zani, zouz`),
};
